/** Captions that browsers would drop or misread. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captionFaults } from "../../../src/pictures/recordings/webvtt.ts";
import { hostileText } from "../../support/hostile-text.ts";

const CUE = "00:00.000 --> 00:01.000\nText.\n";

describe("captions without a fault", () => {
  it.each([
    { name: "as they are", text: `WEBVTT\n\n${CUE}` },
    { name: "with a byte order mark and CRLF", text: `\uFEFFWEBVTT\r\n\r\n${CUE.replaceAll("\n", "\r\n")}` },
    { name: "with a title and a header", text: `WEBVTT A talk\nKind: captions\n\n${CUE}` },
    {
      name: "with notes, styles and regions",
      text: `WEBVTT\n\nNOTE a\nb\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n${CUE}`,
    },
    {
      name: "with names, hours, settings and tags",
      text: "WEBVTT\n\nfirst\n01:00:00.000 --> 01:00:01.500 line:-1 align:center position:50%\n<v.loud Ada>One <00:01.000><i>two</i> &amp; <c.x.y>three</c>\n",
    },
    { name: "that overlap", text: `WEBVTT\n\n${CUE}\n00:00.500 --> 00:02.000\nB\n` },
  ])("$name", ({ text }) => {
    expect(captionFaults(text)).toEqual([]);
  });
});

describe("captions with a fault", () => {
  it.each([
    {
      name: "SubRip",
      text: "1\n00:00:01,000 --> 00:00:02,000\nA\n",
      fault: { line: 1, message: "is SubRip's, which browsers don't read" },
    },
    { name: "without a head", text: CUE, fault: { line: 1, message: "does not begin with WEBVTT" } },
    {
      name: "with another word as head",
      text: `WEBVTTX\n\n${CUE}`,
      fault: { line: 1, message: "does not begin with WEBVTT" },
    },
    {
      name: "with a comma",
      text: "WEBVTT\n\n00:01,000 --> 00:02,000\nA",
      fault: { line: 3, hint: "write . for , in its times" },
    },
    {
      name: "that end first",
      text: "WEBVTT\n\n00:02.000 --> 00:01.000\nA",
      fault: { line: 3, message: "ends before it begins" },
    },
    {
      name: "out of order",
      text: `WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n${CUE}`,
      fault: { line: 6, message: "begins before the cue above it" },
    },
    {
      name: "that are late",
      text: "WEBVTT\n\n00:00.000 --> 10:00.000\nA",
      fault: { line: 3, message: "ends after what it belongs to" },
    },
    { name: "without words", text: "WEBVTT\n\n00:00.000 --> 00:01.000\n", fault: { line: 3, message: "says nothing" } },
    { name: "without cues", text: "WEBVTT\n", fault: { line: 1, message: "has no cues" } },
    {
      name: "without times",
      text: `WEBVTT\n\n${CUE}\nlost\nwords\n`,
      fault: { line: 6, message: "is no cue: it has no times" },
    },
    {
      name: "with HTML",
      text: `WEBVTT\n\n00:00.000 --> 00:01.000\n<font color="red">A</font>`,
      fault: { line: 4, hint: "write &lt; for <" },
    },
    {
      name: "with another setting",
      text: "WEBVTT\n\n00:00.000 --> 00:01.000 top:5\nA",
      fault: { line: 3, message: '"top:5" is no setting of a cue' },
    },
    {
      name: "that run together",
      text: `WEBVTT\n\n00:00.000 --> 00:01.000\nA\n${CUE}`,
      fault: { line: 5, message: "has --> in its text" },
    },
  ])("$name", ({ text, fault }) => {
    expect(captionFaults(text, 20)[0]).toMatchObject(fault);
  });

  it("name lines that there are, whatever the file is, and few of them", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileText, fc.constantFrom("WEBVTT\n", "\n", CUE, "-->", "<v"))), (parts) => {
        const text = parts.join("");
        const faults = captionFaults(text, 2);
        const lines = text.split(/\r\n|\r|\n/).length;
        expect(faults.length).toBeLessThanOrEqual(5);
        for (const { line } of faults) expect(line >= 1 && line <= lines).toBe(true);
      }),
    );
  });
});
