from graph.model.claims import ClaimStatus
from graph.session import Graph
from tests.givens.cast import ANA
from tests.givens.claims import given_a_placement
from tests.givens.network import given_a_service


def test_chain(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at())
    placement = given_a_placement(graph, service, ages=(3, 4))
    assert placement.status is ClaimStatus.ARRIVED
