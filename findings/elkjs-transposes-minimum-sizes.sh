#!/usr/bin/env bash
# elkjs 0.11.1: the minimum size of a group is transposed when the layout runs downwards.
#
# Expected: `elk.nodeSize.minimum` is width and height, whatever the direction of the layout, so that a group of one small node
#           with the minimum (300,40) is 300 wide.
# Observed: with direction RIGHT it is 300 wide and with DOWN 300 high and no wider than its node, where the group is laid out
#           together with what is around it (`INCLUDE_CHILDREN`). A title for which a group was made wide enough sticks out.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund elkjs@0.11.1
cat > lay.cjs <<'JS'
const Elk = require("elkjs");

const graph = (direction) => ({
  id: "root",
  layoutOptions: { "elk.algorithm": "layered", "elk.direction": direction, "elk.hierarchyHandling": "INCLUDE_CHILDREN" },
  children: [
    {
      id: "group",
      layoutOptions: { "elk.nodeSize.constraints": "MINIMUM_SIZE", "elk.nodeSize.minimum": "(300,40)" },
      children: [{ id: "node", width: 60, height: 36 }],
    },
  ],
});
(async () => {
  const seen = {};
  for (const direction of ["RIGHT", "DOWN"]) {
    const { children } = await new Elk().layout(graph(direction));
    seen[direction] = [children[0].width, children[0].height];
  }
  console.log(seen);
  const asDescribed = seen.RIGHT[0] === 300 && seen.DOWN[1] === 300 && seen.DOWN[0] < 300;
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
})();
JS
node lay.cjs
