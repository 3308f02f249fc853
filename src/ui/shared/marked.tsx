/** A message in which `*…*` marks what stands out: "Within *10 km*". */
export function Marked({ text }: { readonly text: string }) {
  return text.split("*").map((part, position) => (position % 2 === 1 ? <b key={position}>{part}</b> : part));
}
