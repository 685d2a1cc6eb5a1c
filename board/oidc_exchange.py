"""Signing in at an OpenID provider, to learn one thing: may this person make boards? By the code flow, with state, nonce and PKCE.

Nothing of the person is kept: what the provider tells is looked at and let go.
"""
from __future__ import annotations

import hmac
import secrets
import time
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from config import Settings, is_safe

from .oidc import SignInFailed

SECONDS = 5             # a provider may take to answer
KEPT = 3600             # seconds its description is kept
LEEWAY = 60             # seconds its clock may be apart
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
FAILURES = (requests.RequestException, AuthlibBaseError, JoseError, ValueError, KeyError, TypeError, AttributeError)
Claims = dict[str, Any]


class Exchange:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._described: Claims = {}
        self._until = 0.0

    def begin(self, back: str) -> tuple[str, Claims]:
        """Where to send the person, and what to remember of it. Raises SignInFailed."""
        kept = {"state": secrets.token_urlsafe(24), "nonce": secrets.token_urlsafe(24), "verifier": secrets.token_urlsafe(48)}
        described = self._describe()
        address, _ = self._session(back, described).create_authorization_url(
            described["authorization_endpoint"], state=kept["state"], nonce=kept["nonce"], code_verifier=kept["verifier"])
        return address, kept

    def finish(self, back: str, kept: Claims | None, given: dict[str, str]) -> None:
        """The person is back with what the provider `given`. Raises SignInFailed unless they may make boards."""
        if not kept or not hmac.compare_digest(kept["state"].encode(), given.get("state", "").encode(errors="replace")):
            raise SignInFailed("expired")
        described = self._describe()
        if given.get("iss", described["issuer"]) != described["issuer"] or \
                "iss" not in given and described.get("authorization_response_iss_parameter_supported") is True:
            raise SignInFailed("failed", "iss")
        if "error" in given:
            raise SignInFailed("denied" if given["error"] == "access_denied" else "failed", given["error"][:40])
        try:
            session = self._session(back, described)
            token = session.fetch_token(described["token_endpoint"], grant_type="authorization_code", code=given["code"],
                                        code_verifier=kept["verifier"], timeout=SECONDS, allow_redirects=False)
            claims = self._believe(token, kept["nonce"], described)
            self._require_allowed(claims, session, described)
        except (requests.ConnectionError, requests.Timeout) as error:
            raise SignInFailed("unavailable", type(error).__name__) from error
        except FAILURES as error:
            raise SignInFailed("failed", f"{type(error).__name__}") from error

    def _session(self, back: str, described: Claims) -> OAuth2Session:
        settings = self._settings
        ways = described.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        way = "none" if not settings.oidc_client_secret else \
            "client_secret_post" if "client_secret_basic" not in ways and "client_secret_post" in ways else "client_secret_basic"
        scopes = ["openid", *(["email"] if settings.oidc_domains else []), *settings.oidc_scopes]
        return OAuth2Session(settings.oidc_client_id, settings.oidc_client_secret or None, redirect_uri=back, code_challenge_method="S256",
                             scope=" ".join(dict.fromkeys(scopes)), token_endpoint_auth_method=way)

    def _describe(self) -> Claims:
        """What the provider says of itself: that it is who we think, and addresses to trust."""
        if self._described and time.monotonic() < self._until:
            return self._described
        issuer = self._settings.oidc_issuer
        found = self._fetch(issuer.rstrip("/") + "/.well-known/openid-configuration")
        if found.get("issuer") != issuer:
            raise SignInFailed("unavailable", "issuer")
        if not all(isinstance(found.get(name), str) and is_safe(found[name]) for name in ENDPOINTS):
            raise SignInFailed("unavailable", "endpoints")
        found["keys"] = self._fetch(found["jwks_uri"])
        self._described, self._until = found, time.monotonic() + KEPT
        return found

    def _fetch(self, address: str) -> Claims:
        try:
            answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
            answer.raise_for_status()
            found = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise SignInFailed("unavailable", type(error).__name__) from error
        if answer.status_code != 200 or not isinstance(found, dict):
            raise SignInFailed("unavailable", str(answer.status_code))
        return found

    def _believe(self, token: Claims, nonce: str, described: Claims) -> Claims:
        """The claims of an identity token that is signed by the provider, meant for us, for this sign-in, and not over."""
        told = described.get("id_token_signing_alg_values_supported") or ALGORITHMS
        registry = JWSRegistry(algorithms=[each for each in ALGORITHMS if each in told], strict_check_header=False)
        try:
            found = jwt.decode(token["id_token"], KeySet.import_key_set(described["keys"]), registry=registry)
        except InvalidKeyIdError:       # it has new keys
            described["keys"] = self._fetch(described["jwks_uri"])
            found = jwt.decode(token["id_token"], KeySet.import_key_set(described["keys"]), registry=registry)
        client = self._settings.oidc_client_id
        claims = CodeIDToken(found.claims, found.header, {
            "iss": {"essential": True, "value": described["issuer"]}, "aud": {"essential": True, "value": client}},
            {"nonce": nonce, "client_id": client, "access_token": token.get("access_token")})
        claims.validate(leeway=LEEWAY)
        return dict(claims)

    def _require_allowed(self, claims: Claims, session: OAuth2Session, described: Claims) -> None:
        domains, groups = self._settings.oidc_domains, self._settings.oidc_groups
        if (domains and "email" not in claims or groups and "groups" not in claims) and "userinfo_endpoint" in described:
            if not is_safe(described["userinfo_endpoint"]):
                raise SignInFailed("failed", "userinfo")
            answer = session.get(described["userinfo_endpoint"], timeout=SECONDS, allow_redirects=False)
            answer.raise_for_status()
            more = answer.json()
            if more["sub"] != claims["sub"]:
                raise SignInFailed("failed", "sub")
            claims = {**more, **claims}
        if domains and not (claims.get("email_verified") is True and _domain(claims.get("email")) in {each.lower() for each in domains}):
            raise SignInFailed("not_allowed", "domain")
        told = claims.get("groups")
        if groups and not (isinstance(told, list) and set(groups) & {each for each in told if isinstance(each, str)}):
            raise SignInFailed("not_allowed", "group")


def _domain(email: object) -> str:
    return email.rsplit("@", 1)[1].lower() if isinstance(email, str) and "@" in email else ""
