import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

type Tags = Readonly<Record<string, string>>;

export interface ExtractObjects {
  readonly nodes?: readonly { readonly id: number; readonly lon: number; readonly lat: number; readonly tags?: Tags }[];
  readonly ways?: readonly { readonly id: number; readonly nodes: readonly number[]; readonly tags?: Tags }[];
  readonly relations?: readonly {
    readonly id: number;
    readonly members: readonly (readonly ["node" | "way" | "relation", number])[];
    readonly tags?: Tags;
  }[];
}

/** How an extract is written, where the format leaves a choice. */
export interface ExtractForm {
  readonly packing: "zlib" | "raw" | "lz4";
  readonly nodes: "dense" | "plain";
  /** Nanodegrees of a step. */
  readonly granularity: number;
  /** Nanodegrees from which latitudes and longitudes count. */
  readonly offset: number;
  readonly features: readonly string[];
  /** Seconds since 1970; `null`: not told. */
  readonly timestamp: number | null;
  /** What the length that a packed block tells is too much by. */
  readonly lengthError: number;
  /** Blocks in this order. */
  readonly order: readonly (keyof ExtractObjects)[];
}

const USUAL: ExtractForm = {
  packing: "zlib",
  nodes: "dense",
  granularity: 100,
  offset: 0,
  features: ["OsmSchema-V0.6", "DenseNodes"],
  timestamp: null,
  lengthError: 0,
  order: ["nodes", "ways", "relations"],
};

const MEMBER_TYPES = ["node", "way", "relation"];

/** Writes an extract of OpenStreetMap, a block for each type of object. */
export function writeExtract(objects: ExtractObjects, chosen: Partial<ExtractForm> = {}): Uint8Array {
  return Buffer.concat(extractBlocks(objects, chosen));
}

/** The same in pieces, each a block with what stands before it; the first is the header. */
export function extractBlocks(objects: ExtractObjects, chosen: Partial<ExtractForm> = {}): readonly Uint8Array[] {
  const form = { ...USUAL, ...chosen };
  const data = form.order.filter((type) => objects[type] !== undefined).map((type) => writeBlock(type, objects, form));
  return [
    writeBlob("OSMHeader", writeHeader(form), { ...form, packing: "zlib", lengthError: 0 }),
    ...data.map((block) => writeBlob("OSMData", block, form)),
  ];
}

function writeHeader({ features, timestamp }: ExtractForm): Uint8Array {
  const pbf = new PbfWriter();
  const sides = [9, 10, 48, 47];
  pbf.writeMessage(
    1,
    (_, box) => {
      for (const [index, side] of sides.entries()) box.writeSVarintField(index + 1, side * 1e9);
    },
    null,
  );
  for (const feature of features) pbf.writeStringField(4, feature);
  if (timestamp !== null) pbf.writeVarintField(32, timestamp);
  return pbf.finish();
}

function writeBlock(type: keyof ExtractObjects, objects: ExtractObjects, form: ExtractForm): Uint8Array {
  const { granularity, offset } = form;
  const texts = [""];
  const indexOf = (text: string) => {
    if (!texts.includes(text)) texts.push(text);
    return texts.indexOf(text);
  };
  const steps = (degrees: number) => Math.round((degrees * 1e9 - offset) / granularity);
  const group = new PbfWriter();
  const writeTags = (tags: Tags = {}, pbf: PbfWriter) => {
    pbf.writePackedVarint(2, Object.keys(tags).map(indexOf));
    pbf.writePackedVarint(3, Object.values(tags).map(indexOf));
  };
  if (type === "nodes" && form.nodes === "dense") {
    const nodes = objects.nodes ?? [];
    group.writeMessage(
      2,
      (_, pbf) => {
        pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
        pbf.writePackedSVarint(8, differences(nodes.map(({ lat }) => steps(lat))));
        pbf.writePackedSVarint(9, differences(nodes.map(({ lon }) => steps(lon))));
        if (nodes.some(({ tags }) => tags !== undefined)) {
          pbf.writePackedVarint(
            10,
            nodes.flatMap(({ tags }) => [
              ...Object.entries(tags ?? {})
                .flat()
                .map(indexOf),
              0,
            ]),
          );
        }
      },
      null,
    );
  } else if (type === "nodes") {
    for (const { id, lon, lat, tags } of objects.nodes ?? []) {
      group.writeMessage(
        1,
        (_, pbf) => {
          pbf.writeSVarintField(1, id);
          writeTags(tags, pbf);
          pbf.writeSVarintField(8, steps(lat));
          pbf.writeSVarintField(9, steps(lon));
        },
        null,
      );
    }
  } else if (type === "ways") {
    for (const { id, nodes, tags } of objects.ways ?? []) {
      group.writeMessage(
        3,
        (_, pbf) => {
          pbf.writeVarintField(1, id);
          writeTags(tags, pbf);
          pbf.writePackedSVarint(8, differences(nodes));
        },
        null,
      );
    }
  } else {
    for (const { id, members, tags } of objects.relations ?? []) {
      group.writeMessage(
        4,
        (_, pbf) => {
          pbf.writeVarintField(1, id);
          writeTags(tags, pbf);
          pbf.writePackedVarint(
            8,
            members.map(() => 0),
          );
          pbf.writePackedSVarint(9, differences(members.map(([, member]) => member)));
          pbf.writePackedVarint(
            10,
            members.map(([kind]) => MEMBER_TYPES.indexOf(kind)),
          );
        },
        null,
      );
    }
  }
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_, pbf) => {
      for (const text of texts) pbf.writeStringField(1, text);
    },
    null,
  );
  block.writeBytesField(2, group.finish());
  block.writeVarintField(17, granularity);
  block.writeVarintField(19, offset);
  block.writeVarintField(20, offset);
  return block.finish();
}

function differences(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

const PACKING_FIELDS = { raw: 1, zlib: 3, lz4: 6 } as const;

function writeBlob(type: string, bytes: Uint8Array, { packing, lengthError }: ExtractForm): Uint8Array {
  const blob = new PbfWriter();
  if (packing !== "raw") blob.writeVarintField(2, bytes.length + lengthError);
  blob.writeBytesField(PACKING_FIELDS[packing], packing === "zlib" ? deflateSync(bytes) : bytes);
  const data = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, data.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, data]);
}
