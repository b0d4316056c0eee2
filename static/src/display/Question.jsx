import { sizeByLength } from "../shared/ui/short-names.js";

/** The question; the longer it is, the smaller. @param {{children: string}} props */
export function Question({ children }) {
  return (
    <h1 class="question" data-size={sizeByLength(children, [75, 105, 170])}>
      <bdi>{children}</bdi>
    </h1>
  );
}
