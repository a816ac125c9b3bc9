// Draws the chain of owners from the JSON beside it. The table below says the same and stays.
"use strict";

const SPACE = "http://www.w3.org/2000/svg";
const BOX = { height: 46, padding: 14, widest: 260, narrowest: 120 };

function element(name, attributes, text) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function shorten(words, room) {
  const most = Math.floor(room / 7.6);
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

function boxWidth(node) {
  const wanted = Math.max(node.name.length * 8, (node.note || "").length * 6.6) + 2 * BOX.padding;
  return Math.min(BOX.widest, Math.max(BOX.narrowest, wanted));
}

function layoutOf(chart) {
  return new ELK().layout({
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "DOWN",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.spacing.nodeNode": "28",
      "elk.layered.spacing.nodeNodeBetweenLayers": "64",
      "elk.layered.spacing.edgeNodeBetweenLayers": "28",
      "elk.edgeLabels.inline": "true",
      "elk.padding": "[top=4,left=4,bottom=4,right=4]",
    },
    children: chart.nodes.map((node) => ({ ...node, width: boxWidth(node), height: BOX.height })),
    edges: chart.links.map((link, number) => ({ id: `link-${number}`, sources: [link.owner], targets: [link.owned] })),
  });
}

function drawnBox(node) {
  const group = element("g", { class: node.kind || "", transform: `translate(${node.x} ${node.y})` });
  group.append(
    element("title", {}, `${node.name}, ${node.note || ""}`),
    element("rect", { width: node.width, height: node.height, rx: 6 }),
    element("text", { x: BOX.padding, y: 20 }, shorten(node.name, node.width - 2 * BOX.padding)),
    element("text", { x: BOX.padding, y: 37, class: "sub" }, node.note || ""),
  );
  return group;
}

function drawnLink(edge, words) {
  const group = element("g", {});
  for (const section of edge.sections ?? []) {
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    group.append(element("path", { d: `M${points.map((point) => `${point.x} ${point.y}`).join("L")}` }));
    const { x, y } = section.startPoint;
    group.append(element("text", { x: x + 6, y: y + 18, class: "sub" }, words));
  }
  return group;
}

async function draw(figure) {
  const chart = JSON.parse(document.getElementById(figure.dataset.ownership).textContent);
  if (!chart.nodes?.length) return;
  const laid = await layoutOf(chart);
  const picture = element("svg", {
    viewBox: `0 0 ${laid.width} ${laid.height}`,
    width: laid.width,
    height: laid.height,
    "aria-hidden": "true",
    focusable: "false",
  });
  picture.append(...laid.edges.map((edge, number) => drawnLink(edge, chart.links[number].share || "")));
  picture.append(...laid.children.map(drawnBox));
  figure.replaceChildren(picture);
  figure.hidden = false;
}

function drawAll(root) {
  for (const figure of root.querySelectorAll("[data-ownership]:empty")) draw(figure);
}
document.addEventListener("DOMContentLoaded", () => drawAll(document));
document.addEventListener("htmx:afterSettle", (event) => drawAll(event.detail.elt));
