// An in-house tool whose composer stands in a modal dialog, opened by a button that has the same words as the one inside.

import { createRoot } from "react-dom/client";
import { useEffect, useRef } from "react";
import { model, ready, received } from "../../common/site.js";

function Tool() {
  const dialog = useRef(null);
  const box = useRef(null);
  useEffect(() => {
    model("post", () => box.current?.value);
    ready();
  }, []);
  return (
    <main>
      <button type="button" id="open" onClick={() => dialog.current.showModal()}>Post</button>
      <dialog ref={dialog}>
        <textarea ref={box} placeholder="What is new in the shop?" rows={4} cols={40} />
        <button
          type="button"
          onClick={() => {
            received(box.current.value);
            box.current.value = "";
            dialog.current.close();
          }}
        >
          Post
        </button>
      </dialog>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Tool />);
