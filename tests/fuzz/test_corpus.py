"""Every input of the corpus holds, without the fuzzer; and what makes new ones does as it says."""

from pathlib import Path

import pytest

from tests.fuzz.mutation import Mutation, of_date, of_file
from tests.fuzz.targets import CORPUS, TARGETS

INPUTS = [(name, path) for name in TARGETS for path in sorted((CORPUS / name).iterdir())]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("target", "path"), [pytest.param(*each, id=f"{each[0]}-{each[1].name}") for each in INPUTS]
)
def test_an_input_of_the_corpus_breaks_no_rule(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


def test_the_corpus_is_small_and_has_inputs_for_each_target() -> None:
    sizes = [path.stat().st_size for _, path in INPUTS]
    assert {name for name, _ in INPUTS} == TARGETS.keys()
    assert len(sizes) <= 300
    assert sum(sizes) <= 300 * 1024


@pytest.mark.parametrize("mutation", [of_file, of_date])
def test_a_mutation_follows_from_its_seed_and_keeps_its_limit(mutation: Mutation) -> None:
    for seed, (_, path) in enumerate(INPUTS):
        data = path.read_bytes()
        assert mutation(data, 100, seed) == mutation(data, 100, seed)[:100]
