/**
 * A browser that knows no cascade layers leaves out all of our style: it gets a plain sheet instead,
 * in which the bowl is a list. Imported before anything is shown.
 */

const { plainStyle = "" } = document.getElementById("app")?.dataset ?? {};

if (plainStyle && !("CSSLayerBlockRule" in window)) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = plainStyle;
  document.head.append(link);
}
