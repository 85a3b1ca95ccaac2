"""The tightening torque of a step is the one that the step shows.

`torque` is what a machine reads, the text is what the installer reads: both name the same value.

Bad:  {torque: gland-torque, text: "Tighten the screws to {value}`screw-torque`."}
Good: {torque: screw-torque, text: "Tighten the screws to {value}`screw-torque`."}
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.blocks import Step
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule
from halo_docs.text.inline import roles


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the torques that their step does not show."""
    for chapter in manual.chapters:
        for _, step in walk(chapter):
            if isinstance(step, Step) and step.torque is not None:
                texts = (node for _, node in walk(step) if isinstance(node, Text))
                shown = {role.target for text in texts for role in roles(text.source) if role.name == "value"}
                if str(step.torque) not in shown:
                    message = f'the step does not show its torque "{step.torque}"'
                    yield Finding(step.torque.location, message, step.id)


RULE = Rule("step-torque", Severity.ERROR, Manual, find)
