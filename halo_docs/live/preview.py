"""Watch, build, tell: what happens from a save to the news of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from halo_docs.builds.sphinx_job import Job
from halo_docs.live.builder import Builder, Report
from halo_docs.live.news import News, Status
from halo_docs.live.watch import Sources, saves

Tell = Callable[[Report, float], None]
"""Hears of each build and of the seconds that it took."""


class Preview:
    """One language, kept up to date.

    :param with_pdf: build the PDF too, after the HTML, when nothing else waits.
    """

    def __init__(self, sources: Sources, with_pdf: bool, builder: Builder, tell: Tell) -> None:
        self.sources = sources
        self.with_pdf = with_pdf
        self.news = News(Status(_now()))
        self._builder = builder
        self._tell = tell
        self._saved = asyncio.Event()

    async def run(self) -> None:
        """Build now and on each save, until cancelled."""
        self._saved.set()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            tasks.create_task(self._keep_up())

    async def _watch(self) -> None:
        async for _ in saves(self.sources):
            self._saved.set()

    async def _keep_up(self) -> None:
        while True:
            await self._saved.wait()
            self._saved.clear()
            html = await self._build("html")
            version = _now() if html.is_published else self.news.status.version
            self.news.tell(Status(version, html.lines))
            if self.with_pdf and html.is_published and not self._saved.is_set():
                pdf = await self._build("pdf")
                lines = tuple(dict.fromkeys([*html.lines, *pdf.lines]))
                self.news.tell(replace(self.news.status, problems=lines))

    async def _build(self, output: str) -> Report:
        started = time.monotonic()
        self._builder.order(Job(self.sources.project.root, self.sources.language, (output,)))
        await _until_readable(self._builder.pipe.fileno())
        report: Report = self._builder.pipe.recv()
        self._tell(report, time.monotonic() - started)
        return report


def _now() -> str:
    """Return a version that no earlier run of the preview has used."""
    return str(time.time_ns())


async def _until_readable(pipe: int) -> None:
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    loop.add_reader(pipe, readable.set)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(pipe)
