"""What open pages are told: which build they should show, and what is wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Status:
    """How things stand."""

    version: str
    """Changes with every build that is worth a look; a page of another version loads itself again."""
    problems: tuple[str, ...] = ()
    """What is wrong now, one a line; shown on top of the last good page."""

    def event(self) -> str:
        """Return the status as a server-sent event (a JSON object on one line)."""
        told = json.dumps({"version": self.version, "problems": self.problems})
        return f"data: {told}\n\n"


class News:
    """The status, and everyone who follows it."""

    def __init__(self, status: Status) -> None:
        self.status = status
        self._is_over = False
        self._changed = asyncio.Event()

    def tell(self, status: Status) -> None:
        """Set the status and wake who follows."""
        self.status = status
        self._wake()

    def close(self) -> None:
        """End the streams of all who follow."""
        self._is_over = True
        self._wake()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def follow(self) -> AsyncIterator[str]:
        """Yield the status as an event, now and whenever it changes."""
        while not self._is_over:
            changed = self._changed
            yield self.status.event()
            await changed.wait()
