/** Chinese, Japanese and Thai are found whatever language the site is in, and words behind an elided article too. */
import { describe, expect, it } from "vitest";
import { titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

const posts = [
  {
    slug: "ja",
    title: "機械学習の基礎",
    lang: "ja",
    description: "行ロックの話。",
    markdown:
      "東京都で自然言語処理とプログラミングを学びます。\n\n## トランザクション分離レベル\n\nデータベースは固い。",
  },
  {
    slug: "zh",
    title: "迴圈與檔案",
    lang: "zh-TW",
    markdown: "這篇文章談迴圈、檔案、函式與錯誤處理。我們選擇安裝元組與字串，再談PostgreSQL的索引。",
  },
  { slug: "th", title: "ฐานข้อมูลสำหรับทุกคน", lang: "th", markdown: "การแยกธุรกรรมในฐานข้อมูลเป็นเรื่องสำคัญ" },
  {
    slug: "fr",
    title: "Choisir un moteur d’index",
    lang: "fr",
    markdown: "Parlons de l'isolation des transactions, d'écriture et de ce qu’elle coûte, jusqu'au bout.",
  },
  { slug: "it", title: "Nell’archivio", lang: "it", markdown: "Si tratta dell'isolamento e dell’indice." },
  { slug: "en", title: "Locks", lang: "en", markdown: "Nothing here, don't look." },
];

const [JA, ZH, TH, FR, IT] = posts.map(({ title }) => title);

describe.each(["en", "fr", "ja", "zh"])("on a site in %s", (language) => {
  const { find } = useSearch(tinyContent({ site: { language }, posts }));

  it.each([
    ["機械学習", JA],
    ["学習", JA],
    ["プログラミング", JA],
    ["自然言語処理", JA],
    ["トランザクション", JA],
    ["分離", JA],
    ["東京", JA],
    ["データベース", JA],
    ["檔案", ZH],
    ["錯誤", ZH],
    ["錯誤處理", ZH],
    ["字串", ZH],
    ["迴圈", ZH],
    ["安裝元組", ZH],
    ["PostgreSQL的索引", ZH],
    ["ฐานข้อมูล", TH],
    ["ธุรกรรม", TH],
    ["isolation", FR],
    ["l'isolation", FR],
    ["l’isolation", FR],
    ["index", FR],
    ["l'index", FR],
    ["écriture", FR],
    ["ecriture", FR],
    ["qu'elle", FR],
    ["elle coûte", FR],
    ["isolamento", IT],
    ["archivio", IT],
    ["indice", IT],
  ])("%s finds its page first", async (query, title) => {
    expect(titlesOf(await find(query))[0]).toBe(title);
  });

  it("an excerpt has no spaces that the text does not have", async () => {
    const [first] = (await find("錯誤")).results;
    const text = first?.excerpt.map((piece) => piece.text).join("") ?? "";
    expect(text).toContain("函式與錯誤處理。我們選擇");
    expect(first?.excerpt.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(["錯誤"]);
  });

  it("a section has its heading as it was written", async () => {
    const [first] = (await find("固い")).results;
    expect(first?.sections.map((section) => section.title)).toEqual(["トランザクション分離レベル"]);
  });
});
