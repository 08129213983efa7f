/** The types and variables of CSL 1.0.1 (https://docs.citationstyles.org/en/v1.0.1/specification.html, appendices III and IV). */

export const WORK_TYPES: ReadonlySet<string> = new Set(
  "article article-journal article-magazine article-newspaper bill book broadcast chapter dataset entry entry-dictionary entry-encyclopedia figure graphic interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent personal_communication post post-weblog report review review-book song speech thesis treaty webpage".split(
    " ",
  ),
);

const TEXTS =
  "abstract annote archive archive_location archive-place authority call-number citation-label collection-title container-title container-title-short dimensions DOI event event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher original-publisher-place original-title page page-first PMCID PMID publisher publisher-place references reviewed-title scale section source status title title-short URL version chapter-number collection-number edition issue number number-of-pages number-of-volumes volume";
const NAMES =
  "author collection-editor composer container-author director editor editorial-director illustrator interviewer original-author recipient reviewed-author translator";
const DATES = "accessed event-date issued original-date submitted";

type Kind = "text" | "names" | "date";

export const VARIABLES: ReadonlyMap<string, Kind> = new Map([
  ...TEXTS.split(" ").map((name) => [name, "text"] as const),
  ...NAMES.split(" ").map((name) => [name, "names"] as const),
  ...DATES.split(" ").map((name) => [name, "date"] as const),
]);
