"""The pages and what they answer. Every address begins with the key of this run; nothing here opens a socket."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.middleware.trustedhost import TrustedHostMiddleware

from anyq.desk import Desk, Result
from anyq.errors import AnyqError, SettingsError
from anyq.page import Ui, render_html
from anyq.web.drawing import Boxes, front_page, problem
from anyq.web.guard import Guard
from anyq.web.pile import Pile

STATIC = Path(__file__).with_name("static")
_ASSETS = {"htmx.min.js": "text/javascript", "open.css": "text/css"}
_REFUSED = 422


def create_app(desk: Desk, key: str, *, ui: Ui = "en") -> FastAPI:
    """The desk of one user as an ASGI application; all its pages live under ``/<key>/``.

    Whoever knows ``key`` reads and corrects as this user; a request without it gets 404 and learns nothing.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard)
    # a page from elsewhere whose name was bent to this address (DNS rebinding) asks with its own name
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    app.include_router(_routes(desk, ui), prefix=f"/{key}")
    return app


def _routes(desk: Desk, default: Ui) -> APIRouter:
    pages, pile = APIRouter(), Pile()

    @pages.get("/")
    def front(ui: Ui | None = None) -> HTMLResponse:
        return HTMLResponse(front_page(pile, ui or default, Boxes()))

    @pages.get("/static/{name}")
    def static(name: str) -> Response:
        if name not in _ASSETS:
            raise HTTPException(404)
        return Response((STATIC / name).read_bytes(), media_type=_ASSETS[name])

    @pages.post("/read")
    def read(request: Request, boxes: Annotated[Boxes, Form()], ui: Ui | None = None) -> Response:
        by_script = "hx-request" in request.headers
        try:
            number = pile.put(_result(desk, boxes))
        except AnyqError as e:
            drawn = problem(e, ui or default) if by_script else front_page(pile, ui or default, boxes, e)
            return HTMLResponse(drawn, status_code=_REFUSED)
        there = f"readings/{number}" + (f"?ui={ui}" if ui else "")
        if by_script:
            return Response(headers={"HX-Redirect": there})
        return RedirectResponse(there, status_code=303)

    @pages.get("/readings/{number}")
    def reading(number: int, ui: Ui | None = None) -> HTMLResponse:
        result = _kept(pile, number)
        page = render_html(
            result.reading, ui=ui or default, reading_json=result.json(), keep_at=f"{number}/amendments", back="../"
        )
        return HTMLResponse(page, headers={"content-security-policy": "frame-ancestors 'none'"})

    @pages.post("/readings/{number}/amendments")
    async def amendments(number: int, request: Request) -> dict[str, object]:
        result = _kept(pile, number)
        try:
            summary, after = desk.keep(await request.body(), result)
        except AnyqError as e:
            raise HTTPException(_REFUSED, e.found) from e
        pile.replace(number, after)
        return {"kept": summary.added + summary.known, "refused": len(summary.refused)}

    return pages


def _kept(pile: Pile, number: int) -> Result:
    result = pile.get(number)
    if result is None:
        raise HTTPException(404)
    return result


def _result(desk: Desk, boxes: Boxes) -> Result:
    """What the boxes ask for: a text, an address or a file; an address beside a text is only noted.

    Raises:
        AnyqError: none of them, or a file and something else; what reading raises.
    """
    text, url = boxes.text.replace("\r\n", "\n"), boxes.url.strip()
    outlet, published = boxes.outlet or None, boxes.published or None
    file = boxes.file if boxes.file is not None and boxes.file.filename else None
    if file is not None and not (text.strip() or url):
        return desk.read_file(file.file.read(), file.filename or "", outlet=outlet, published_at=published)
    if file is None and text.strip():
        return desk.read(text=text, url=url or None, outlet=outlet, published_at=published)
    if file is None and url:
        return desk.read(url, outlet=outlet, published_at=published)
    raise SettingsError(
        "nothing to read" if file is None else "both a file and something else",
        expected="a text, an address or a file",
        cure="fill in one of the boxes",
    )
