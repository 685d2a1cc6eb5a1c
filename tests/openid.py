"""A small OpenID provider for tests, on a port of this machine: honest, until told what to get wrong."""
from __future__ import annotations

import base64
import hashlib
import threading
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, request
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET = "board", "secret-of-the-client"
KEYS = [RSAKey.generate_key(2048, parameters={"kid": name, "use": "sig", "alg": "RS256"}) for name in ("one", "two")]


class OpenId:
    """`claims` and `header` change the next identity token, `described` what the provider says of itself."""

    def __init__(self) -> None:
        self.key, self.shown = KEYS[0], [KEYS[0]]
        self.claims: dict[str, Any] = {}
        self.header: dict[str, Any] = {}
        self.described: dict[str, Any] = {}
        self.person: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.token_status = 200
        self.asked: list[dict[str, str]] = []          # at the token endpoint
        self._codes: dict[str, dict[str, str]] = {}
        self._server = make_server("127.0.0.1", 0, self._app(), threaded=True)
        self.issuer = f"http://127.0.0.1:{self._server.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def agrees(self, there: str) -> dict[str, str]:
        """Somebody was sent here and says yes: what their browser brings back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}
        assert urlsplit(there).path == "/authorize" and asked["response_type"] == "code" and asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256" and len(asked["state"]) >= 32 and len(asked["nonce"]) >= 32
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def _app(self) -> Flask:
        app = Flask("openid")

        @app.get("/.well-known/openid-configuration")
        def describe() -> Any:
            return {"issuer": self.issuer, "jwks_uri": self.issuer + "/keys", "authorization_endpoint": self.issuer + "/authorize",
                    "token_endpoint": self.issuer + "/token", "userinfo_endpoint": self.issuer + "/userinfo",
                    "id_token_signing_alg_values_supported": ["RS256"], **self.described}

        @app.get("/keys")
        def keys() -> Any:
            return {"keys": [key.as_dict(private=False) for key in self.shown]}

        @app.post("/token")
        def token() -> Any:
            self.asked.append({**request.form, "authorization": request.headers.get("Authorization", "")})
            asked = self._codes.pop(request.form.get("code", ""), None)
            verifier = hashlib.sha256(request.form.get("code_verifier", "").encode()).digest()
            challenge = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
            who = base64.b64decode(request.headers.get("Authorization", "Basic ")[6:]).decode()
            if self.token_status != 200 or asked is None or challenge != asked["code_challenge"] or who != f"{CLIENT}:{SECRET}" \
                    or request.form["redirect_uri"] != asked["redirect_uri"]:
                return {"error": "invalid_grant"}, self.token_status if self.token_status != 200 else 400
            now = int(time.time())
            claims = {"iss": self.issuer, "sub": "person-1", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"],
                      **self.person, **self.claims}
            header = {"alg": "RS256", "kid": self.key.kid, **self.header}
            signed = jwt.encode(header, {name: value for name, value in claims.items() if value is not None}, self.key)
            return {"access_token": "access-1", "token_type": "Bearer", "id_token": signed}

        @app.get("/userinfo")
        def userinfo() -> Any:
            return self.userinfo or {"sub": "person-1"}
        return app
