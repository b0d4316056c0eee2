/** Tells the server how large this display is, so that the check can warn before the doors open. */

const SETTLED_MS = 500;

/** Reports now, and again when the window has another size. @param {string} code */
export function reportScreen(code) {
  let timer = 0;
  const report = () => {
    const { innerWidth: width, innerHeight: height, devicePixelRatio: ratio } = window;
    fetch(`/${code}/display/screen.json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ width, height, ratio }),
    }).catch(() => undefined); // the wall goes on without it
  };
  addEventListener("resize", () => {
    clearTimeout(timer);
    timer = window.setTimeout(report, SETTLED_MS);
  });
  report();
}
