// A chart is drawn in pixels of the window. Before a page is printed each is scaled to the width of the sheet, and back afterwards.
(() => {
  if (window.hcdataPrints) return;
  window.hcdataPrints = true;
  const sheet = document.createElement("div");
  sheet.style.cssText = "position: absolute; visibility: hidden; width: 186mm";
  const charts = () => document.querySelectorAll('[data-testid="stPlotlyChart"]');
  addEventListener("beforeprint", () => {
    document.body.append(sheet);
    for (const chart of charts()) chart.style.zoom = Math.min(1, sheet.offsetWidth / chart.offsetWidth);
    sheet.remove();
  });
  addEventListener("afterprint", () => {
    for (const chart of charts()) chart.style.zoom = "";
  });
})();
