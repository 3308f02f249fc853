import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(resolve(ROOT, path), "utf8");

interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<
    Record<string, Manifest & { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
  >;
}

describe.each(["", "src/cli/routing/package/"])("the lock file of %o", (folder) => {
  const manifest = JSON.parse(read(`${folder}package.json`)) as Manifest;
  const text = read(`${folder}package-lock.json`);
  const { lockfileVersion, packages } = JSON.parse(text) as Lock;
  const installed = Object.entries(packages).filter(([path]) => path !== "");

  it("is of what the manifest asks for", () => {
    expect(lockfileVersion).toBe(3);
    const { name, version, dependencies, devDependencies } = packages[""]!;
    expect({ name, version, dependencies, devDependencies }).toEqual({
      name: manifest.name,
      version: manifest.version,
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(packages[`node_modules/${name}`]?.version, name).toMatch(/^\d+\.\d+\.\d+/);
    }
  });

  it("states of every package one version and the hash of its file", () => {
    expect(installed.length).toBeGreaterThan(0);
    for (const [path, { version, integrity, link }] of installed) {
      expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
      expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
      expect(link, path).toBeUndefined();
    }
  });

  it("names no host, so that any registry will do", () => {
    for (const [path, { resolved }] of installed) expect(resolved, path).toBeUndefined();
    expect(text).not.toMatch(/"resolved"|(git\+|file:|ssh:)/);
  });
});

it("packages are installed by the lock file, wherever that is done", () => {
  const installs = [".ci/run", "src/tooling/setup.mjs"].flatMap(
    (path) => read(path).match(/\bnpm\W+(ci|i|install)\b/g) ?? [],
  );
  expect(installs.length).toBeGreaterThanOrEqual(3);
  for (const install of installs) expect(install).toMatch(/ci$/);
});
