"""The words that descriptions are made of: values, objects, answers, operations. Pure."""
from __future__ import annotations

from typing import Any

from ..protocol import STATUS, Reason

Schema = dict[str, Any]
JSON = "application/json"
MEANINGS = {
    304: "Not changed since the ETag that was shown.", 400: "Not of this protocol (`malformed`) or a value out of bounds (`invalid`).",
    403: "Not for this role, from another origin, locked or closed now.", 404: "Not there, or not yours: both answer alike.",
    405: "Not with this method.", 409: "Deleted meanwhile (`gone`) or written on an old text (`stale`).",
    410: "Too far back: fetch the snapshot (`reload`).", 413: "Too much; `limit` says how much there may be.",
    429: "Too fast; `retry_after` says how many seconds to wait.", 503: "Could not be done just now; try again."}
REASONS = {status: sorted(reason.value for reason, each in STATUS.items() if each == status) for status in STATUS.values()}
SECURITY: dict[str, list[dict[str, list[str]]]] = {"seat": [{"bearer": []}, {"cookie": []}], "operator": [{"operator": []}], "anyone": []}
BOARD = "[a-z0-9]{12}"

known_language: Schema = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", "maxLength": 30}
boolean: Schema = {"type": "boolean"}
anything: Schema = {}
time: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$"}
time_or_none: Schema = {"type": "string", "pattern": f"^$|{time['pattern']}"}
record_id: Schema = {"type": "string", "pattern": "^[A-Za-z0-9_@-]{1,36}$"}
id_or_none: Schema = {"type": "string", "pattern": "^[A-Za-z0-9_@-]{0,36}$"}
board_id: Schema = {"type": "string", "pattern": f"^{BOARD}$"}
change_id: Schema = {"type": "string", "pattern": "^[A-Za-z0-9_@.:-]{1,64}$"}
language: Schema = {"type": "string", "pattern": "^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$", "maxLength": 30}
link: Schema = {"type": "string", "pattern": "^https?://[^#]+#.+$"}


def text(most: int, least: int = 0) -> Schema:
    return {"type": "string", "minLength": least, "maxLength": most}


def whole(least: int = 0, most: int | None = None) -> Schema:
    return {"type": "integer", "minimum": least, **({} if most is None else {"maximum": most})}


def number(bound: float | None = None) -> Schema:
    return {"type": "number"} if bound is None else {"type": "number", "minimum": -bound, "maximum": bound}


def one_of(*choices: str) -> Schema:
    return {"type": "string", "enum": list(choices)}


def either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def or_null(schema: Schema) -> Schema:
    return either(schema, {"type": "null"})


def listed(items: Schema, most: int | None = None, least: int = 0, *, distinct: bool = False) -> Schema:
    return {"type": "array", "items": items, **({"maxItems": most} if most is not None else {}), **({"minItems": least} if least else {}),
            **({"uniqueItems": True} if distinct else {})}


def row(*items: Schema) -> Schema:
    """An array of these, in this order."""
    return {"type": "array", "prefixItems": list(items), "items": False, "minItems": len(items), "maxItems": len(items)}


def closed(properties: dict[str, Schema], optional: tuple[str, ...] = (), **more: Any) -> Schema:
    """An object of these properties and no others."""
    return {"type": "object", "properties": properties, "required": [name for name in properties if name not in optional],
            "additionalProperties": False, **more}


def wish(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """The body of a request: what has to be in it and what may."""
    return closed({**required, **(optional or {})}, tuple(optional or ()))


def by_name(values: Schema, names: Schema | None = None) -> Schema:
    return {"type": "object", "additionalProperties": values, **({"propertyNames": names} if names else {})}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def query(name: str, schema: Schema, description: str, *, required: bool = False) -> Schema:
    return {"name": name, "in": "query", "required": required, "schema": schema, "description": description}


def path(name: str, schema: Schema, description: str) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": schema, "description": description}


def answer(description: str, schema: Schema | None = None, kinds: tuple[str, ...] = (JSON,), **more: Any) -> Schema:
    return {"description": description, **({"content": {kind: {"schema": schema} for kind in kinds}} if schema is not None else {}), **more}


def operation(summary: str, answers: dict[int, Schema], *, who: str = "anyone", body: Schema | None = None, form: Schema | None = None,
              parameters: tuple[Schema, ...] = (), refused: tuple[int, ...] = ()) -> Schema:
    """`who`: anyone, seat, viewer, participant, facilitator or operator. `refused`: further statuses of refusals beside those of every
    operation with that door and body."""
    statuses = {503, *refused}
    if who != "anyone":
        statuses |= {403, 404}
    if body is not None or form is not None:
        statuses |= {400, 403, 413}
    made: Schema = {
        "summary": summary, "security": SECURITY[who if who in SECURITY else "seat"],
        "responses": {str(status): each for status, each in answers.items()} | {
            str(status): {"$ref": f"#/components/responses/Refused{status}"} for status in sorted(statuses)} | {
            "500": {"$ref": "#/components/responses/Bug"}}}
    if who not in ("anyone", "seat", "operator"):
        made["description"] = f"For {who}s" + (" and greater roles." if who != "facilitator" else ".")
    if parameters:
        made["parameters"] = list(parameters)
    if body is not None:
        made["requestBody"] = {"required": True, "content": {JSON: {"schema": body}}}
    if form is not None:
        made["requestBody"] = {"required": True, "content": {"multipart/form-data": {
            "schema": form, "encoding": {"options": {"contentType": JSON}}}}}
    return made


def refusals() -> dict[str, Schema]:
    """`components.responses`: one for each status, and the bug's."""
    found = {f"Refused{status}": answer(MEANINGS[status], _refusal(reasons)) for status, reasons in sorted(REASONS.items())}
    found["Refused405"] = answer(MEANINGS[405], _refusal([Reason.MALFORMED.value]))
    found["Refused404"] = answer(MEANINGS[404], _refusal([Reason.NOT_FOUND.value]))
    found["Bug"] = answer("A bug of the server.", _refusal([Reason.UNAVAILABLE.value]))
    return found


def _refusal(reasons: list[str]) -> Schema:
    return {"allOf": [ref("Refusal"), {"properties": {"error": {"properties": {"reason": {"enum": reasons}}}}}]}
