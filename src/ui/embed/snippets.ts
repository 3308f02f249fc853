/** What a page needs to show the atlas in a frame. */
export interface Frame {
  readonly link: string;
  /** Names the frame for a screen reader. */
  readonly title: string;
  /** CSS pixels. */
  readonly height: number;
}

/** HTML of a frame; what it holds is escaped, whatever it is. */
export function frameHtml({ link, title, height }: Frame): string {
  return `<iframe
  src="${attribute(link)}"
  title="${attribute(title)}"
  width="100%"
  height="${String(height)}"
  style="border: 0"
  loading="lazy"
  referrerpolicy="no-referrer"
></iframe>`;
}

/**
 * HTML of a script that hears what the frame tells, from its origin alone, and has it open a site.
 * @param origin of the page in the frame
 */
export function listenerHtml(origin: string): string {
  // Inside a script "</script" would end it, whatever stands around.
  const text = JSON.stringify(origin).replace(/</g, String.raw`\u003c`);
  return `<script>
  let atlas = null;
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== ${text}) return;
    if (data?.type !== "refresh-atlas:selection" || data.version !== 1) return;
    atlas = source;
    console.log(data.site?.name, data.sites.count, data.link);
  });
  function openAtlasSite(id) {
    atlas?.postMessage({ type: "refresh-atlas:select", version: 1, id }, ${text});
  }
</script>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
};

function attribute(text: string): string {
  return text.replace(/[&"'<>]/g, (sign) => ESCAPES[sign] ?? sign);
}
