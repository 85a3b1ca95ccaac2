"""The manual's roles for prose that is written directly in a MyST page."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

from halo_docs.sphinx_ext.domain import ManualDomain, manual_domain
from halo_docs.text.inline import ROLES, Role


class ManualRole(SphinxRole):
    """Shows what the role of the same name shows in the manual's texts."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the nodes of the role; an unknown target is a warning at its place."""
        name = self.name.removeprefix("manual:")
        role = Role.read(name, self.text)
        shown = manual_domain(self.env).scope.role(name, role.target, role.words)
        if any("unknown-role" in getattr(node, "attributes", {}).get("classes", ()) for node in shown):
            message = self.inliner.reporter.warning(
                f'the role {name} knows no "{role.target}"', line=self.lineno
            )
            return shown, [message]
        return shown, []


def setup_roles(app: Sphinx) -> None:
    """Register the roles; ``ref`` and ``term`` stay Sphinx's own, reached as ``manual:ref``."""
    for name in ROLES:
        app.add_role_to_domain(ManualDomain.name, name, ManualRole())
        if name not in ("ref", "term", "footnote"):
            app.add_role(name, ManualRole())
