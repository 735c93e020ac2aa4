import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeUtf8, readInputs, Utf8Reader } from "../../src/load/index.ts";

describe("inputs", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-inputs-"));
    await mkdir(join(folder, "b"));
    await Promise.all([
      writeFile(join(folder, "c.yaml"), "\uFEFFbundle: c"),
      writeFile(join(folder, "b", "a.yml"), "bundle: a"),
      writeFile(join(folder, "README.md"), "# not data"),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("inputs are the YAML files of a folder and of those in it, by name, without a byte order mark", async () => {
    const from = { name: folder, path: folder, digest: expect.any(String) };
    expect(await readInputs([folder])).toEqual([
      { name: join(folder, "b", "a.yml"), path: join(folder, "b", "a.yml"), text: "bundle: a", folder: from },
      { name: join(folder, "c.yaml"), path: join(folder, "c.yaml"), text: "bundle: c", folder: from },
    ]);
    expect(await readInputs([join(folder, "c.yaml")])).toEqual([
      { name: join(folder, "c.yaml"), path: join(folder, "c.yaml"), text: "bundle: c" },
    ]);
  });
  test("an input that is not there is named", async () => {
    await expect(readInputs([join(folder, "none.yaml")])).rejects.toThrow(`${join(folder, "none.yaml")}: There is no such file or folder.`);
  });
});

/** What is said of a file with such bytes; "" where it is read. */
const refusal = async (bytes: Uint8Array) => {
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-bytes-"));
  const path = join(folder, "x.yaml");
  await writeFile(path, bytes);
  const said = await readInputs([path]).then(
    () => "",
    (error: Error) => error.message.replaceAll(path, "x.yaml"),
  );
  await rm(folder, { recursive: true });
  return said;
};

/** A text in UTF-16, the bytes of each unit turned round where it is big-endian. */
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

describe("bytes that are not UTF-8", () => {
  const convert = (charset: string) => `Files are UTF-8: convert it with \`iconv -f ${charset} -t UTF-8 x.yaml > utf8-copy\`.`;
  test.each([
    [
      "Windows-1252",
      Buffer.from("bundle: x\nagencies:\n  - name: Minist\u00e8re de l\u0092\u00c9conomie\n", "latin1"),
      `x.yaml:3:17: The byte E8 is not UTF-8; the file is most likely Windows-1252. ${convert("WINDOWS-1252")}`,
    ],
    [
      "Latin-1 at the end of the file",
      Buffer.from([...Buffer.from("# caf"), 0xe9]),
      `x.yaml:1:6: The byte E9 is not UTF-8; the file is most likely Windows-1252. ${convert("WINDOWS-1252")}`,
    ],
    [
      "GB18030",
      Buffer.concat([Buffer.from("name: "), Buffer.from("cfa1cdc1b3f6bfdab9dcd6c6", "hex")]),
      `x.yaml:1:8: The byte CD is not UTF-8; the file is most likely GB18030, or another encoding of East Asia. ${convert("GB18030")}`,
    ],
    ["UTF-16 with a mark", utf16("\uFEFFbundle: x\n", false), `x.yaml:1:1: It is UTF-16, with a byte order mark. ${convert("UTF-16")}`],
    [
      "UTF-16 with a mark, big-endian",
      utf16("\uFEFFbundle: x\n", true),
      `x.yaml:1:1: It is UTF-16, with a byte order mark. ${convert("UTF-16")}`,
    ],
    ["UTF-16 without a mark", utf16("bundle: x\n", false), `x.yaml:1:1: It is UTF-16, without a byte order mark. ${convert("UTF-16LE")}`],
    [
      "UTF-16 without a mark, big-endian",
      utf16("bundle: x\n", true),
      `x.yaml:1:1: It is UTF-16, without a byte order mark. ${convert("UTF-16BE")}`,
    ],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x62, 0, 0, 0]), `x.yaml:1:1: It is UTF-32. ${convert("UTF-32")}`],
  ])("%s is refused with its name and the way to convert it", async (_encoding, bytes, said) => {
    expect(await refusal(bytes)).toBe(said);
  });

  test("a text that holds the replacement character itself, and signs of every length, is read as it is", () => {
    const text = "\uFFFD é 稀 🧲\n";
    expect(decodeUtf8("x", Buffer.from(`\uFEFF${text}`))).toBe(text);
  });

  test("pieces of any size are judged as the whole is", () => {
    const good = Buffer.from("a é\n稀土\n🧲 b");
    const bad = Buffer.concat([good, Buffer.from([0x80])]);
    for (let size = 1; size <= bad.length; size++) {
      const read = (bytes: Buffer) => {
        const reader = new Utf8Reader("x");
        let text = "";
        for (let at = 0; at < bytes.length; at += size) text += reader.take(bytes.subarray(at, at + size));
        return text + reader.end();
      };
      expect(read(good), `in pieces of ${size}`).toBe("a é\n稀土\n🧲 b");
      expect(read(Buffer.concat([Buffer.from("\uFEFF"), good])), `marked, in pieces of ${size}`).toBe("a é\n稀土\n🧲 b");
      expect(() => read(utf16("a\u00e9", false)), `UTF-16, in pieces of ${size}`).toThrow(/^x:1:1: It is UTF-16, without/);
      expect(() => read(bad), `in pieces of ${size}`).toThrow(/^x:3:4: The byte 80 is not UTF-8/);
      expect(() => read(good.subarray(0, -3)), `cut off, in pieces of ${size}`).toThrow(/is not UTF-8/);
    }
  });
});
