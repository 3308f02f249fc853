import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import icons from "lucide-react/dynamicIconImports";
import { format } from "prettier";
import { register } from "tsx/esm/api";

register();
const { ICON_SOURCES, writeIcons } = await import("./icons.ts");
const shapes = new Map();
for (const name of Object.values(ICON_SOURCES)) {
  shapes.set(name, (await icons[name]()).__iconData.node);
}
const { version } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("lucide-react/package.json"), "utf8"),
);
const source = writeIcons((name) => shapes.get(name), version);
const target = resolve(import.meta.dirname, "../design/icons.ts");
writeFileSync(target, await format(source, { parser: "typescript", printWidth: 120 }));
