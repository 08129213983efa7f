import type { SiteInput } from "wellformed";

export default {
  title: "Correct, Then Fast",
  url: "https://correct-then-fast.example",
  language: "en-GB",
  idAuthority: "correct-then-fast.example,2026",
  description:
    "Essays and case studies by a backend engineer, on PostgreSQL, multi-tenancy, queues and the order in which to get things right.",
  tagline: "notes of a backend engineer",
  timeZone: "UTC",
  covers: true,
  proofs: { postgres: [18, 17, 16, 15, 14], node: [24, 26], shell: true, runInPage: true },
  navigation: [
    { label: "Essays", path: "/posts/" },
    { label: "Projects", path: "/projects/" },
    { label: "About", path: "/about/" },
    { label: "Subscribe", path: "/subscribe/" },
  ],
} satisfies SiteInput;
