// Every text of the page whose contrast with what is painted behind it is below the least that WCAG 2.2
// asks for at level AA (success criterion 1.4.3): 4.5, or 3 for large text. Gives a list of complaints.
(() => {
  const channels = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const over = (top, below) => top.rgb.map((channel, place) => channel * top.alpha + below[place] * (1 - top.alpha));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const own = channels(getComputedStyle(element).backgroundColor);
    return own.alpha === 1 ? own.rgb : over(own, behind(element.parentElement));
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const complaints = [];
  let seen = 0;
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (own.length === 0 || !element.checkVisibility() || element.closest(".visually-hidden, .skip, option")) continue;
    const style = getComputedStyle(element);
    const isSvg = element instanceof SVGElement;
    const paint = isSvg ? style.fill : style.color;
    const ground = behind(element);
    const ratio = contrast(over(channels(paint), ground), ground);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    seen += 1;
    if (ratio < least) complaints.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}: ${own[0].data.trim().slice(0, 40)}`);
  }
  return { seen, complaints };
})();
