/** Text for property tests: whatever an author could write or paste, with what has a meaning in markup made likely. */
import fc from "fast-check";

const SIGNS =
  "<|>|\"|'|&|`|=|/|\\|{{|}}|${|{%|]]>|<![CDATA[|-->|<!--|&amp;|&amp;amp;|&lt;|&#0;|&#x1F;|&nosuch;|</script>|<script>|</title>|</style>|<img src=x onerror=alert(1)>|javascript:alert(1)|%3C|%|\u0000|\u0008|\u000B|\u001F|\u007F|\u0085|\u00A0|\u200F|\u2028|\u2029|\uFEFF|\uFFFE|\uFFFF|\uD800|\uDFFF|\t|\n|\r|\r\n|é|é|漢字|שלום|👩‍💻".split(
    "|",
  );

/** Any string: control characters and lone surrogates too. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

/** A line as front matter takes it for a title, a tag and the like: not empty, and without half of a surrogate pair. */
export const hostileLine = hostileText
  .map((text) => text.replace(/[\r\n]/g, "").trim())
  .filter((text) => text !== "" && text.isWellFormed());
