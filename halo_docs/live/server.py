"""The web server, on this machine only: pages of build/html, the news, the PDF."""

from __future__ import annotations

import asyncio
import contextlib
import mimetypes
import socket
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from halo_docs.live.news import News
from halo_docs.live.page import EVENTS_ADDRESS, PDF_ADDRESS, SCRIPT, SCRIPT_ADDRESS, empty_page, with_script
from halo_docs.live.preview import Preview
from halo_docs.live.site import find_page, find_pdf

HOST = "127.0.0.1"

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def listen(port: int) -> socket.socket:
    """Take a port of this machine; port 0 is any that is free.

    :raises OSError: when somebody else has it.
    """
    return socket.create_server((HOST, port))


def serve(preview: Preview, listening: socket.socket) -> None:
    """Serve and keep up to date until Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(preview, listening))


async def _serve(preview: Preview, listening: socket.socket) -> None:
    config = uvicorn.Config(
        application(preview), http="h11", ws="none", lifespan="off", log_level="warning", access_log=False
    )
    server = _Server(config, preview.news)
    work = asyncio.create_task(preview.run())
    work.add_done_callback(lambda _: server.stop())
    try:
        await server.serve(sockets=[listening])
    finally:
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work


class _Server(uvicorn.Server):
    """Ends the streams of news first; it would wait for them otherwise."""

    def __init__(self, config: uvicorn.Config, news: News) -> None:
        super().__init__(config)
        self._news = news

    def stop(self) -> None:
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._news.close()
        await super().shutdown(sockets)


def application(preview: Preview) -> Starlette:
    """Return the application; it answers to names of this machine only, so that no other site can ask."""
    project, language = preview.sources.project, preview.sources.language

    # Files are small and on this machine: reading them here is faster than handing them to a thread.
    async def events(_: Request) -> Response:
        return StreamingResponse(
            preview.news.follow(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def start(_: Request) -> Response:
        return RedirectResponse(f"/{language}/index.html")

    async def pdf(_: Request) -> Response:
        return _answer(find_pdf(project, language) if preview.with_pdf else None, preview)

    async def script(_: Request) -> Response:
        return Response(SCRIPT.read_bytes(), media_type="text/javascript", headers=_HEADERS)

    async def page(request: Request) -> Response:
        return _answer(find_page(project, request.path_params["path"]), preview)

    return Starlette(
        routes=[
            Route("/", start),
            Route(EVENTS_ADDRESS, events),
            Route(SCRIPT_ADDRESS, script),
            Route(PDF_ADDRESS, pdf),
            Route("/{path:path}", page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])],
    )


def _answer(file: Path | None, preview: Preview) -> Response:
    # The version is read first: a page that is published meanwhile loads itself once more, none is missed.
    version = preview.news.status.version
    content = None
    if file is not None:
        with contextlib.suppress(OSError):
            content = file.read_bytes()
    if file is None or content is None:
        missing = with_script(empty_page("This page is not built."), version)
        return Response(missing, 404, _HEADERS, "text/html")
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if kind == "text/html":
        content = with_script(content, version, preview.with_pdf)
    return Response(content, 200, _HEADERS, kind)
