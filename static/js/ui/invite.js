/** How others get in: the code, its link and QR code, and for facilitators new links in place of old ones. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Copy } from "./copy.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
import { because } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const LINKS = ["participant", "viewer", "facilitator", "recovery", "code"];

/** @param {{app: App, onClose: () => void}} props */
export function Invite({ app, onClose }) {
  const { page, session, live, actions } = app;
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState("");
  const [projecting, setProjecting] = useState(false);
  const [version, setVersion] = useState(0);
  const open = live.board().join_open !== false;

  useEffect(() => {
    call(page.board, "/me").then((me) => setCode(me.code || ""), (error) => setProblem(error.reason));
  }, [version]);

  const link = code && `${location.origin}/join/${encodeURIComponent(page.board)}#${code}`;
  const qr = `/api/boards/${encodeURIComponent(page.board)}/qr.svg?code=${version}`;
  if (projecting) return html`<${Projection} title=${live.board().title} code=${code} qr=${qr} onClose=${() => setProjecting(false)} />`;
  return html`<${Dialog} title=${t("invite.title")} onClose=${onClose} wide>
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${!open && html`<p class="notice"><${Icon} name="lock" />${t("invite.closed")}</p>`}
    <div class="invite">
      <div class="invite-words">
        <p>${t("invite.how", { address: location.host })}</p>
        <p class="code"><span class="visually-hidden">${t("invite.code_read", { code: [...code].join(" ") })}</span><bdi dir="ltr" aria-hidden="true">${spaced(code)}</bdi></p>
        <div class="button-row">
          <${Copy} app=${app} text=${code} label=${t("invite.copy_code")} />
          <${Copy} app=${app} text=${link} label=${t("invite.copy_link")} primary />
          <${Button} icon="maximize" text label=${t("invite.project")} onClick=${() => setProjecting(true)} />
        </div>
      </div>
      <img class="qr" src=${qr} alt=${t("invite.qr")} width="180" height="180" />
    </div>
    ${session.role.value === "facilitator" &&
    html`<section class="section"><h3>${t("invite.links")}</h3>
      <p class="hint">${t("invite.links_hint")}</p>
      <label class="check"><input type="checkbox" checked=${open} onChange=${(/** @type {any} */ e) => actions.setBoard({ join_open: e.currentTarget.checked })} /><span>${t("invite.open_code")}</span></label>
      <ul class="link-list">${LINKS.map((name) => html`<${Replace} key=${name} app=${app} name=${name} onReplaced=${() => name === "code" && setVersion(version + 1)} />`)}</ul>
    </section>`}
  <//>`;
}

/** @param {{app: App, name: string, onReplaced: () => void}} props */
function Replace({ app, name, onReplaced }) {
  const [step, setStep] = useState("idle");
  const [answer, setAnswer] = useState(/** @type {{link?: string, code?: string}|null} */ (null));
  const [problem, setProblem] = useState("");
  const replace = async () => {
    setStep("busy");
    try {
      setAnswer(await call(app.page.board, `/links/${name}`, { method: "POST" }));
      setProblem("");
      onReplaced();
    } catch (error) {
      setProblem(/** @type {any} */ (error).reason || "unavailable");
    }
    setStep("idle");
  };
  return html`<li class="link-row">
    <span class="link-name">${t(`invite.link_${name}`)}</span>
    ${step === "idle" && html`<${Button} icon="refresh-cw" text label=${t("invite.replace")} aria-label=${t("invite.replace_of", { link: t(`invite.link_${name}`) })} onClick=${() => setStep("ask")} />`}
    ${step !== "idle" &&
    html`<div class="confirm" role="alert"><p>${t("invite.confirm")}</p><div class="row-end">
      <${Button} text label=${t("action.cancel")} onClick=${() => setStep("idle")} />
      <${Button} kind="danger" text label=${t("invite.replace_now")} off=${step === "busy"} onClick=${replace} /></div></div>`}
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${answer &&
    html`<div class="new-link"><p class="hint">${t(name === "code" ? "invite.new_code" : "invite.once")}</p>
      <p class="secret"><bdi dir="ltr">${name === "code" ? spaced(answer.code || "") : answer.link}</bdi></p>
      <${Copy} app=${app} text=${answer.link || answer.code || ""} label=${t("invite.copy_link")} /></div>`}
  </li>`;
}

/** For the wall: nothing but how to get in. @param {{title: string, code: string, qr: string, onClose: () => void}} props */
function Projection({ title, code, qr, onClose }) {
  useEffect(() => {
    document.documentElement.requestFullscreen?.().catch(() => {});
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  return html`<${Dialog} title=${title} onClose=${onClose} wide>
    <div class="projection">
      <img class="qr" src=${qr} alt=${t("invite.qr")} width="360" height="360" />
      <div><p class="projection-how">${t("invite.how", { address: location.host })}</p>
        <p class="code code-big"><bdi dir="ltr">${spaced(code)}</bdi></p></div>
    </div>
  <//>`;
}

/** Two groups of four are easier to read aloud. @param {string} code */
function spaced(code) {
  return code.length === 8 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}
