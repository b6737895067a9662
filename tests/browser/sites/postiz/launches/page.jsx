// Postiz: a calendar whose button opens a layer with TipTap 3, a post and its comments, one button for the calendar and one
// that is drawn over it while the pointer is there. On the other host it stands for a suite that nobody knows.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { TipTapBox } from "../../common/tiptap.jsx";
import { join, model, ready, received } from "../../common/site.js";

const make = (options) => new Editor({ extensions: [StarterKit], ...options });
const known = location.hostname !== "suite.tools.example";

function Layer({ onDone }) {
  const [texts, setTexts] = useState([""]);
  const [over, setOver] = useState(false);
  const now = useRef(texts);
  model("post", () => join(now.current));
  const set = (at) => (text) => {
    now.current = now.current.map((old, index) => (index === at ? text : old));
    setTexts(now.current);
  };
  const schedule = (how) => () => {
    received(join(now.current), now.current, how);
    now.current = [""];
    onDone();
  };
  return (
    <div className="layer">
      <div id={known ? "social-content" : undefined} className="gap-[32px] flex flex-col">
        {texts.map((_, at) => <TipTapBox key={at} make={make} onText={set(at)} className="editor" />)}
        <button
          type="button"
          className="add-comment"
          onClick={() => {
            now.current = [...now.current, ""];
            setTexts(now.current);
          }}
        >
          Add comment
        </button>
      </div>
      <div className="tags"><input type="text" placeholder="Add a tag" /></div>
      <div className="h-[84px] flex">
        <button type="button" className="draft" onClick={schedule("draft")}><div>Save as Draft</div></button>
        <div className="group" onMouseEnter={() => setOver(true)} onMouseLeave={() => setOver(false)}>
          <button type="button" className="btnSub" onClick={schedule("schedule")}>
            <div>Add to calendar</div>
            <div className="arrow-change" onClick={(event) => event.stopPropagation()}>
              <svg viewBox="0 0 24 24"><path d="M4 8l8 8 8-8z" /></svg>
            </div>
          </button>
          <button type="button" className="now" onClick={schedule("post")} hidden={!over}><div className="post-now">Post Now</div></button>
        </div>
      </div>
    </div>
  );
}

function Calendar() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" id="open" onClick={() => setOpen(true)}>Create Post</button>
      <div className="copilot"><textarea placeholder="Ask the assistant" /></div>
      {open && <Layer onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Calendar />);
ready();
