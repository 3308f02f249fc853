import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ShippedPackage } from "#domain/shipped-package.ts";
import { licenceFaults, readShippedPackages } from "#tooling/licences.ts";

const folder = mkdtempSync(join(tmpdir(), "licences-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: unknown): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** An installed package and a file of its code. */
function install(name: string, stated: object, files: Readonly<Record<string, string>> = {}): string {
  write(`node_modules/${name}/package.json`, { name, version: "1.2.3", ...stated });
  for (const [path, text] of Object.entries(files)) write(`node_modules/${name}/${path}`, text);
  return write(`node_modules/${name}/dist/index.js`, "export {};");
}

const PACKAGE: ShippedPackage = { name: "one", version: "1.0.0", licence: "MIT", text: "Copyright", url: null };

describe("the licences that packages are shipped under", () => {
  it.each(["MIT", "ISC", "OFL-1.1", "Apache-2.0", "MIT AND BSD-3-Clause"])("may be %s", (licence) => {
    expect(licenceFaults([{ ...PACKAGE, licence }])).toEqual([]);
  });

  it.each(["GPL-3.0-only", "SEE LICENSE IN LICENSE", "MIT AND GPL-3.0-only", "Proprietary"])(
    "may not be %s, and the package is named",
    (licence) => {
      expect(licenceFaults([PACKAGE, { ...PACKAGE, name: "@some/two", version: "2.0.0", licence }])).toEqual([
        `@some/two 2.0.0 has the licence ${licence}, which is not among those allowed`,
      ]);
    },
  );

  it("have to be stated, with their text", () => {
    expect(licenceFaults([{ ...PACKAGE, licence: null }])).toEqual(["one 1.0.0 states no licence"]);
    expect(licenceFaults([{ ...PACKAGE, text: null }])).toEqual([
      "one 1.0.0 (MIT) comes without the text of its licence",
    ]);
  });
});

describe("the packages of shipped files", () => {
  it("are named once, in order, with licence, text and page; own files are of none", () => {
    const second = install(
      "second",
      { license: "ISC", repository: { url: "git+https://example.org/second.git" } },
      { "LICENSE.md": "Copyright second\r\n" },
    );
    const first = install(
      "@scope/first",
      { license: "MIT", homepage: "https://example.org/first", repository: "someone/first" },
      { LICENSE: "Copyright first", NOTICE: "A notice", "license-checker.js": "code" },
    );
    expect(readShippedPackages([second, write("src/own.ts", ""), first, second])).toEqual([
      {
        name: "@scope/first",
        version: "1.2.3",
        licence: "MIT",
        text: expect.stringContaining("Copyright first\n\n") as string,
        url: "https://example.org/first",
      },
      { name: "second", version: "1.2.3", licence: "ISC", text: "Copyright second", url: "https://example.org/second" },
    ]);
  });

  it("take the text from the introduction where that holds one, and nothing where it only names it", () => {
    const told = install(
      "told",
      { license: "MIT", repository: "someone/told" },
      {
        "README.md": "# Told\n\nWords.\n\n## License (MIT)\n\nCopyright someone\n\nPermission is hereby granted, free",
      },
    );
    const untold = install("untold", { license: "MIT" }, { "README.md": "# Untold\n\n## License\n\nMIT\n" });
    expect(readShippedPackages([told, untold])).toMatchObject([
      { text: "Copyright someone\n\nPermission is hereby granted, free", url: "https://github.com/someone/told" },
      { text: null, url: null },
    ]);
  });

  it("are also those that were built into a file before, by its source map", () => {
    install("inside", { license: "ISC" }, { LICENSE: "Copyright inside" });
    const outside = install("outside", { license: "MIT" }, { LICENSE: "Copyright outside" });
    write("node_modules/outside/dist/index.js.map", { sources: ["../src/a.ts", "../node_modules/inside/index.js"] });
    expect(readShippedPackages([outside]).map(({ name }) => name)).toEqual(["inside", "outside"]);

    write("node_modules/outside/dist/index.js.map", { sources: ["../node_modules/@gone/away/index.js"] });
    expect(() => readShippedPackages([outside])).toThrow(/@gone\/away built in, which is not installed/);
  });
});
