import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAMS = "/usr/lib/postgresql";
const EXTENSIONS = "/usr/share/postgresql";

/** The newest of Debian's PostgreSQL servers that has PostGIS; `null` where there is none. */
const VERSION = existsSync(PROGRAMS)
  ? (readdirSync(PROGRAMS)
      .filter((version) => existsSync(join(EXTENSIONS, version, "extension/postgis.control")))
      .sort((a, b) => Number(b) - Number(a))[0] ?? null)
  : null;

export const hasPostgis = VERSION !== null;

export interface PostgresCluster {
  /** Runs SQL, ended by the first error. @returns what `psql` prints of the rows, as CSV without headers */
  run(sql: string): string;
  /** Stops the server and removes its files. */
  end(): void;
}

/** A server with no data of its own, in a temporary folder, reached by a socket there and by nothing else. */
export function startPostgres(): PostgresCluster {
  const folder = mkdtempSync(join(tmpdir(), "atlas-pg-"));
  const account = serverAccount();
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const program = (name: string, args: readonly string[], input?: string) =>
    execFileSync(join(PROGRAMS, VERSION ?? "", "bin", name), args, {
      ...account,
      cwd: folder,
      input,
      encoding: "utf8",
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      maxBuffer: 1 << 28,
    });
  const data = join(folder, "data");
  program("initdb", ["-D", data, "-U", "atlas", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c jit=off`;
  program("pg_ctl", ["-D", data, "-l", join(folder, "log"), "-w", "-o", settings, "start"]);
  return {
    run: (sql) =>
      program(
        "psql",
        ["-h", folder, "-U", "atlas", "-d", "postgres", "-X", "-q", "--csv", "-t", "-v", "ON_ERROR_STOP=1"],
        sql,
      ),
    end: () => {
      program("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL does not run as root; there the account that Debian makes for it is used. */
function serverAccount(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
