/** The mark: a shed with a saw-tooth roof, its chimney, and a lit door. Decoration; the name stands beside it. */
export function Logo() {
  return (
    <svg className="shell-logo" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M3 27V4h4.2v11.6L14 10v5.6L20.8 10v5.6L27.6 10v17H3zM12.6 27h5.2v-6.2h-5.2V27z"
      />
    </svg>
  );
}
