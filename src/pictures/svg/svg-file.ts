/**
 * Checks an author's SVG file. As an image in a page it can't run anything, but it has an address of its own, and a script
 * in it would run there with the site's rights.
 */
import type { Reason } from "../../content/problems/problem.ts";
import { readSvgDocument, type SvgDocument } from "../svg-reader.ts";
import { copiesIn } from "./svg-copies.ts";
import { elementsOf } from "./svg-elements.ts";
import { elementFault } from "./svg-faults.ts";
import { isResolved, resolverOf } from "./svg-references.ts";
import { loadedBy } from "./svg-styles.ts";

/** Generous: drawings have hundreds, plots one for each point. */
const MOST_COPIES = 100_000;
const MOST_COPIES_AN_ELEMENT = 10;

const BROKEN = { message: "is no well-formed SVG", hint: "open it in a browser, which shows where" };

/** Returns why a file may not be published; undefined for a harmless one. */
export function svgFault(source: string): Reason | undefined {
  const document = readSvgDocument(source);
  if (!document) {
    const isDeclared = /<!DOCTYPE[^>]*\[/.test(source);
    return isDeclared
      ? { message: "has a document type that declares more than text", hint: "save it as plain SVG" }
      : BROKEN;
  }
  return documentFault(document);
}

function documentFault(document: SvgDocument): Reason | undefined {
  const { pieces, entities } = document;
  const texts = pieces.flatMap((piece) => (typeof piece === "string" ? [piece] : [...piece.attributes.values()]));
  const resolved = resolverOf(entities);
  const elements = elementsOf(pieces, resolved);
  const unknown = texts.find((text) => !isResolved(text, entities));
  if (unknown !== undefined) return referenceFault(unknown);
  if (!elements) return { message: "uses a prefix that it does not declare", hint: "save it as plain SVG" };
  if (elements[0]?.namespace !== "svg")
    return { message: "is no SVG to browsers", hint: 'write xmlns="http://www.w3.org/2000/svg" in its <svg>' };
  for (const element of elements) {
    const loaded = element.name === "style" ? loadedBy(resolved(element.text)) : undefined;
    const fault = loaded === undefined ? elementFault(element) : loadsFault(loaded);
    if (fault) return fault;
  }
  const copies = copiesIn(pieces, resolved);
  if (copies === Number.POSITIVE_INFINITY) return { message: "refers to itself", hint: "save it as plain SVG" };
  const most = Math.max(MOST_COPIES, MOST_COPIES_AN_ELEMENT * elements.length);
  if (copies <= most) return undefined;
  return { message: `draws ${copies} copies of its own parts (${most} is the most)`, hint: "save it as PNG" };
}

/** Old versions of Graphviz write addresses without escaping them. */
function referenceFault(text: string): Reason {
  const message = `has an & that is not escaped, or a character that XML forbids, in "${text.trim().slice(0, 60)}"`;
  return { message, hint: "write &amp; for &; browsers do not show such a file" };
}

function loadsFault(address: string): Reason {
  return {
    message: `has styles that load ${address.slice(0, 80)}`,
    hint: "export it with its fonts in it, or with its words as paths",
  };
}
