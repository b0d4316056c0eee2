import { TimeToClose } from "../components/TimeToClose.jsx";
import { _, fill, n_ } from "../lib/i18n.js";
import { sizeByLength } from "../lib/names.js";

/**
 * What the wall says for the outer ring: the room is asked, or a question was put up.
 *
 * @param {Pick<import("../wire").DisplaySlices, "thumbs" | "shown"> & {counts: boolean}} props
 */
export function FromTheRoom({ thumbs, shown, counts }) {
  if (thumbs.thumbs) return <Thumbs thumbs={thumbs} counts={counts} />;
  const { question, votes } = shown;
  if (!question) return null;
  return (
    <p class="stage-asked" data-size={sizeByLength(question.words, [80, 150])}>
      <span>
        {_("A question from the room")}
        {counts && votes > 1 && <>, {n_("{n} voice", "{n} voices", votes)}</>}
      </span>
      <bdi>{question.words}</bdi>
    </p>
  );
}

/** @param {{thumbs: import("../wire").ThumbsSlice, counts: boolean}} props */
function Thumbs({ thumbs, counts }) {
  if (thumbs.open) {
    return (
      <p class="stage-asked">
        <span>{_("Answer on your phone")}</span>
        <bdi>{_("Go on with this, or move on?")}</bdi>
        <small>
          {counts && n_("{n} has answered", "{n} have answered", thumbs.answered)} <TimeToClose asked={thumbs} />
        </small>
      </p>
    );
  }
  return (
    <p class="stage-asked">
      <span>{_("The room has answered")}</span>
      <bdi>
        {fill(_("Go on {n}"), { n: <b>{thumbs.go_on ?? 0}</b> })}
        {" · "}
        {fill(_("Move on {n}"), { n: <b>{thumbs.move_on ?? 0}</b> })}
      </bdi>
    </p>
  );
}
