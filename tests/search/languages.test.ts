/** Words are stemmed and folded by the language of the page that has them, all in one index. */
import { describe, expect, it } from "vitest";
import { titlesOf, useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

const posts = [
  {
    slug: "de",
    title: "Wie die Datenbankverbindung abreißt",
    lang: "de",
    markdown: "Die Häuser der Größe nach: ein Verbindungspool für Straßen. Die Warteschlangen sind leer.",
  },
  { slug: "de-2", title: "Nur eine Verbindung", lang: "de", markdown: "Hier steht sonst nichts." },
  {
    slug: "fr",
    title: "Les requêtes isolées",
    lang: "fr",
    markdown: "Créer des sauvegardes quotidiennes, jusqu’à l’épuisement des disques.",
  },
  {
    slug: "tr",
    title: "Işık hızında dizinler",
    lang: "tr",
    markdown: "İşlemlerin yalıtımı, kilitlerden daha pahalıdır. ISINMA süresi uzun.",
  },
  { slug: "ru", title: "Ёмкость очередей", lang: "ru", markdown: "Изоляции транзакций посвящён весь раздел." },
  { slug: "el", title: "Απομόνωση συναλλαγών", lang: "el", markdown: "Ο ΛΌΓΟΣ είναι απλός: τα ευρετήρια αργούν." },
  {
    slug: "ar",
    title: "عزل المعاملات",
    lang: "ar",
    markdown: "إنشاء الفهارس في قاعدة البيانات، والقَفْل على الصفوف في ٢٠٢٦.",
  },
  { slug: "fa", title: "فهرست‌های پایگاه داده", lang: "fa", markdown: "کلیدها را در ۱۴۰۳ می‌سازیم." },
  { slug: "he", title: "בידוד של תנועות", lang: "he", markdown: "האינדקסים שבמסד הנתונים, שָׁלוֹם לכולם." },
  { slug: "hi", title: "लेनदेन की किताबें", lang: "hi", markdown: "डेटाबेस में सूचकांक की गति और ताला।" },
  { slug: "ja", title: "サーバーの負荷", lang: "ja", markdown: "ﾃﾞｰﾀﾍﾞｰｽのトランザクションを調べる。" },
  { slug: "zh", title: "数据库的隔离级别", lang: "zh", markdown: "ＰｏｓｔｇｒｅＳＱＬ里的行锁与死锁。" },
  { slug: "ko", title: "데이터베이스의 격리 수준", lang: "ko", markdown: "트랜잭션을 기다리는 잠금에서 시작한다." },
  { slug: "en", title: "Index scans", lang: "en", markdown: "The isolated man will die; a pool of connections." },
];

const titles = Object.fromEntries(posts.map(({ slug, title }) => [slug, title]));

describe.each(["en", "de", "zh"])("on a site in %s", (language) => {
  const { find } = useSearch(tinyContent({ site: { language }, posts }));

  it.each([
    ["haus", "de"],
    ["hauser", "de"],
    ["größen", "de"],
    ["GROESSE", "de"],
    ["strasse", "de"],
    ["STRAẞE", "de"],
    ["warteschlange", "de"],
    ["abreissen", "de"],
    ["isolé", "fr"],
    ["requete", "fr"],
    ["créer", "fr"],
    ["sauvegarde", "fr"],
    ["quotidien", "fr"],
    ["l’épuisement", "fr"],
    ["isik", "tr"],
    ["IŞIK", "tr"],
    ["ışık", "tr"],
    ["dizin", "tr"],
    ["yalıtım", "tr"],
    ["isinma", "tr"],
    ["islem", "tr"],
    ["емкость", "ru"],
    ["очередь", "ru"],
    ["транзакция", "ru"],
    ["изоляция", "ru"],
    ["απομονωση", "el"],
    ["συναλλαγή", "el"],
    ["λογος", "el"],
    ["الفهارس", "ar"],
    ["فهارس", "ar"],
    ["انشاء", "ar"],
    ["معاملة", "ar"],
    ["قفل", "ar"],
    ["2026", "ar"],
    ["فهرستهای", "fa"],
    ["كليدها", "fa"],
    ["1403", "fa"],
    ["שלום", "he"],
    ["אינדקסים", "he"],
    ["किताब", "hi"],
    ["डेटाबेस", "hi"],
    ["サーバ", "ja"],
    ["データベース", "ja"],
    ["トランザクション", "ja"],
    ["数据", "zh"],
    ["隔离", "zh"],
    ["级别", "zh"],
    ["postgresql", "zh"],
    ["트랜잭션", "ko"],
    ["데이터베이스", "ko"],
    ["잠금", "ko"],
    ["isolation", "en"],
    ["connection", "en"],
  ])("%s finds the page in %s first", async (query, slug) => {
    expect(titlesOf(await find(query))[0]).toBe(titles[slug]);
  });

  it("a word finds the compounds that are made of it, after the pages that have it by itself", async () => {
    expect(titlesOf(await find("Verbindung"))).toEqual([titles["de-2"], titles["de"]]);
    expect(titlesOf(await find("Datenbank"))).toEqual([titles["de"]]);
  });

  it.each([
    ["मन", "मान"],
    ["кит", "кйт"],
  ])("%s is not %s", async (query, _) => {
    expect(titlesOf(await find(query))).toEqual([]);
  });
});
