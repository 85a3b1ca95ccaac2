"""What stands on every HTML page besides its own blocks: names, languages, the draft mark."""

from __future__ import annotations

from typing import Any

from halo_docs.nodes.scope import Scope


def page_frame(scope: Scope) -> dict[str, Any]:
    """Return what stands on every page besides its own blocks."""
    words = scope.manual.interface
    return {
        "product": str(scope.manual.identity.product),
        "title": scope.plain(scope.manual.identity.title),
        "draft": scope.plain(words.draft),
        "draft_long": scope.plain(words.draft_long),
        "is_draft": scope.language.is_draft,
        "direction": str(scope.language.direction),
        "choose_language": scope.plain(words.choose_language),
        "current": str(scope.language.id),
        "languages": [(str(language.id), str(language.name)) for language in scope.manual.languages.values()],
    }
