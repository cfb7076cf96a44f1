"""Runs the image tests of airbyte-cdk with the image of --connector-image."""

from airbyte_cdk.test.standard_tests.docker_base import DockerConnectorTestSuite


class TestImage(DockerConnectorTestSuite):
    # This test requests the published version from Airbyte's registry, over the network.
    test_docker_image_spec_backward_compatibility = None
