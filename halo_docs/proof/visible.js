// Tells what of a page's text a reader cannot see, and what style adds to it. Runs in the page.
async () => {
  await document.fonts.ready;
  const found = [];
  const article = document.querySelector("article[role=main], div[role=main]");
  if (!article) return { found: [{ anchor: "", text: "", fault: "the page has no main part" }], looked: 0, codes: [] };
  const said = (node) => node.textContent.replace(/\s+/g, " ").trim().slice(0, 80);
  const anchor = (element) => element.closest("[id]")?.id ?? "";
  const tell = (element, text, fault) => found.push({ anchor: anchor(element), text, fault });

  const rgba = (text) => {
    const parts = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
  };
  const luminance = ({ r, g, b }) => {
    const channel = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour.a > 0.5) return colour;
    }
    return { r: 255, g: 255, b: 255, a: 1 };
  };

  const style = new Map();
  const styled = (element) => {
    if (!style.has(element)) style.set(element, getComputedStyle(element));
    return style.get(element);
  };
  const clipping = (element) => {
    const boxes = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const s = styled(at);
      if (/hidden|clip/.test(s.overflowX + s.overflowY)) boxes.push(at.getBoundingClientRect());
      if (s.clipPath !== "none" || s.clip !== "auto") boxes.push({ left: 0, right: 0, top: 0, bottom: 0 });
      if (/fixed/.test(s.position)) break;
    }
    return boxes;
  };

  // As a reader does: only what stands in the window can be asked what covers it.
  const scrolledTo = (range) => {
    const { top, bottom } = range.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    if (middle < innerHeight / 5 || middle > innerHeight * 4 / 5)
      scrollTo({ top: scrollY + middle - innerHeight / 2, behavior: "instant" });
  };

  let looked = 0;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("title, desc, style, script, .manual-bar, .headerlink, [hidden]")) continue;
    looked += 1;
    const s = styled(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    scrolledTo(range);
    const rects = [...range.getClientRects()].filter((r) => r.width > 0.5 && r.height > 0.5);
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) {
      tell(element, said(node), "is hidden");
      continue;
    }
    if (!rects.length || parseFloat(s.fontSize) === 0) {
      tell(element, said(node), "has no size");
      continue;
    }
    const inDrawing = element.closest("svg");
    const ink = rgba(inDrawing ? s.fill : s.color);
    const ground = paper(element);
    const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
    if (ink.a < 0.2 || (light + 0.05) / (dark + 0.05) < 1.3) tell(element, said(node), "has the colour of its ground");
    const limits = clipping(element);
    if (inDrawing) limits.push(inDrawing.getBoundingClientRect());
    const room = inDrawing ? 4 : 2;
    const isCut = rects.some((r) => limits.some((box) =>
      r.right > box.right + room || r.left < box.left - room || r.bottom > box.bottom + 4 || r.top < box.top - 4));
    if (isCut) tell(element, said(node), "is cut off");
    const middle = rects[Math.floor(rects.length / 2)];
    const x = (middle.left + middle.right) / 2, y = (middle.top + middle.bottom) / 2;
    if (middle.left < -1 || middle.right > innerWidth + 1 && !element.closest(".table-wrapper")) tell(element, said(node), "runs out of the page");
    else if (y >= 0 && y < innerHeight && x >= 0 && x < innerWidth) {
      const top = document.elementFromPoint(x, y);
      if (top && !inDrawing && !top.contains(element) && !element.contains(top)) tell(element, said(node), "is covered");
    }
  }

  // What style writes: brackets and empty boxes are ours; the number of a step is counted.
  for (const element of article.querySelectorAll("*")) {
    if (element.closest("svg, .manual-bar, .headerlink")) continue;
    for (const side of ["::before", "::after"]) {
      const s = getComputedStyle(element, side);
      const content = s.content;
      if (content !== "none" && s.position === "absolute" && rgba(s.backgroundColor).a > 0.5) {
        const box = element.getBoundingClientRect();
        if (parseFloat(s.width) * parseFloat(s.height) > 0.5 * box.width * box.height) tell(element, said(element), "is covered");
      }
      if (["none", "normal", '""', '"("', '")"'].includes(content) || s.display === "none") continue;
      const counted = content.match(/^counter\(([\w-]+)(, lower-alpha)?\)$/);
      const list = element.parentElement;
      const isStep = counted && element.matches("li.step") && side === "::before";
      if (!isStep) tell(element, content.slice(0, 40), "is written by a style sheet");
      else if (
        Boolean(counted[2]) !== list.classList.contains("loweralpha") ||
        styled(element).counterIncrement !== `${counted[1]} 1` ||
        styled(list).counterReset !== `${counted[1]} 0` ||
        s.visibility !== "visible" || s.opacity === "0"
      ) tell(element, content, "does not count the steps from one");
    }
    if (element.matches("ol.steps > li")) {
      looked += 1;
      if (!getComputedStyle(element, "::before").content.startsWith("counter(")) tell(element, "", "has no number");
    }
  }
  const codes = [...article.querySelectorAll("svg:has(.qr-ink)")].filter(anchor).map((code) => {
    const { x, y, width, height } = code.getBoundingClientRect();
    return { anchor: anchor(code), box: { x: x + scrollX, y: y + scrollY, width, height } };
  });
  return { found, looked, codes };
}
