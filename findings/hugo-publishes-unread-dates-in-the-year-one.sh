#!/usr/bin/env bash
# Hugo 0.111.3 (Debian 12): `date: 2026-01-05 12:00` is 1 January of the year 1, and `date: 20260105` is 23 August 1970.
#
# Expected: a date that Hugo can't read, or that is on no calendar, stops the build, as a title or a permalink that it can't read does; or the post,
#           which has no date then, stays unpublished.
# Observed: no message, also with --panicOnWarning, and the post is published with the date 0001-01-01: last in its list, and in the feed with
#           <pubDate>Mon, 01 Jan 0001 00:00:00 +0000. A time without seconds is enough (also 2026-01-05T12:00Z), 2026-1-5, 2026/01/05 and
#           2026-02-30. Of digits alone, YAML makes a number, and that is taken for seconds since 1970, so that 20260105 is eleven in the morning of
#           23 August 1970, and `date: 2026` half past midnight on its first day.
# So:       write seconds, and let a template errorf where .Date.IsZero or .Date.Year is below the blog's first.
set -euo pipefail
command -v hugo >/dev/null || { echo "needs hugo"; exit 2; }
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
hugo version
mkdir -p content layouts/_default
printf 'baseURL = "https://site.example/"\ntitle = "T"\ndisableKinds = ["taxonomy", "term", "404", "sitemap"]\n' > config.toml
echo '{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}' > layouts/_default/single.html
echo list > layouts/_default/list.html
number=0
for date in '2026-01-05 12:00:00' '2026-01-05 12:00' '2026-01-05T12:00Z' 2026-1-5 2026-02-30 20260105 2026; do
  number=$((number + 1))
  printf -- '---\ntitle: "%s"\ndate: %s\n---\nx\n' "$date" "$date" > "content/$number.md"
done
said=$(hugo --quiet --panicOnWarning 2>&1) || said="failed: $said"
seen=
for number in $(seq 7); do
  line="$(sed -n 's/^date: //p' "content/$number.md") => $(cat "public/$number/index.html")"
  echo "$line"; seen+="${line#*=> };"
done
pubDate=$(grep -c '<pubDate>Mon, 01 Jan 0001 00:00:00 +0000' public/index.xml)
echo "said: '$said'; items of the year 1 in the feed: $pubDate"
year1=0001-01-01T00:00:00Z
wanted="2026-01-05T12:00:00Z;$year1;$year1;$year1;$year1;1970-08-23T11:48:25Z;1970-01-01T00:33:46Z;"
[ "$seen" = "$wanted" ] && [ -z "$said" ] && [ "$pubDate" = 4 ] && echo "As described." || { echo "Changed."; exit 1; }
