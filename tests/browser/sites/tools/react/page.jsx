// An in-house tool of components: a contenteditable, class names and ids drawn anew at each build, buttons by `div`.
// `?changed`: the button to publish has moved into another one's place and lost its name.

import { createRoot } from "react-dom/client";
import { useEffect, useId, useRef } from "react";
import { model, pressKeys, ready, received } from "../../common/site.js";

const changed = new URLSearchParams(location.search).has("changed");
const drawn = `sc-${Math.random().toString(36).slice(2, 9)}`;

function Tool() {
  const box = useRef(null);
  const id = useId();
  useEffect(() => {
    model("post", () => box.current?.textContent);
    ready();
  }, []);
  const send = () => {
    received(box.current.textContent);
    box.current.textContent = "";
  };
  const marks = changed ? {} : { "data-testid": "publish-now" };
  return (
    <div className={drawn} data-testid="workbench">
      <div className={drawn} role="textbox" contentEditable suppressContentEditableWarning aria-label="Team chat" />
      <div className={drawn}>
        <div
          id={id}
          ref={box}
          className={`${drawn}-box`}
          role="textbox"
          aria-multiline="true"
          aria-label="Post"
          contentEditable
          suppressContentEditableWarning
        />
        <div role="button" tabIndex={0} className={drawn}>Save</div>
        <div role="button" tabIndex={0} className={`${drawn}-go`} onClick={send} onKeyDown={pressKeys(send)} {...marks}>
          Publish
        </div>
      </div>
    </div>
  );
}

createRoot(document.getElementById("root")).render(<Tool />);
