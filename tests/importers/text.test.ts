import { describe, expect, test } from "vitest";
import { addressesOf, plainText, shortened } from "../../src/importers/read/text.ts";

describe("text of web pages", () => {
  test.each([
    ["<p>One.</p><p>Two &amp; three&nbsp;&#8211; &#x2014; &unknown;</p>", "One.\nTwo & three – — &unknown;"],
    ["a<br/>b < c, d > e", "a\nb < c, d > e"],
    ['See <a class="x" href="https://x.org/a">this note</a>.', "See this note https://x.org/a ."],
    ['<a href="https://x.org/a">https://x.org/a</a>', "https://x.org/a"],
    ["Gazette <https://x.org/a>", "Gazette <https://x.org/a>"],
    ["", ""],
  ])("the plain text of %s is %s", (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each([
    ["One. Two. Three is long.", 30, "One. Two. Three is long."],
    ["One is here. Two is here too.", 20, "One is here."],
    ["One two three four five", 12, "One two…"],
    ["Onetwothreefour", 8, "Onetwot…"],
    ["ab😀😀", 4, "ab…"],
  ])("%s is cut at %d characters, behind a sentence or between words", (text, most, cut) => {
    expect(shortened(text, most)).toBe(cut);
    expect(shortened(text, most).length).toBeLessThanOrEqual(most);
  });

  test("web addresses of a text are found without the punctuation around them, each once", () => {
    const text = "See https://a.org/x. (https://a.org/y_(z)), <https://a.org/q?r=1&s=2>; https://a.org/x https://a.org/w),";
    expect(addressesOf(text)).toEqual(["https://a.org/x", "https://a.org/y_(z)", "https://a.org/q?r=1&s=2", "https://a.org/w"]);
  });
});
