// A tool that sends when the pointer goes down, as some do to seem quick; the click that follows does nothing.

import { createRoot } from "react-dom/client";
import { useEffect, useRef } from "react";
import { model, pressKeys, ready, received } from "../../common/site.js";

function Tool() {
  const box = useRef(null);
  useEffect(() => {
    model("post", () => box.current?.value);
    ready();
  }, []);
  const send = () => {
    if (!box.current.value.trim()) return;
    received(box.current.value);
    box.current.value = "";
  };
  return (
    <main>
      <textarea ref={box} name="entry" rows={4} cols={40} />
      <div role="button" tabIndex={0} data-testid="send" onPointerDown={send} onKeyDown={pressKeys(send)}>Send</div>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Tool />);
