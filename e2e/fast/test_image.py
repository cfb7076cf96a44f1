"""Runs the image tests of airbyte-cdk over the image that --connector-image names."""

from airbyte_cdk.test.standard_tests.docker_base import DockerConnectorTestSuite


class TestImage(DockerConnectorTestSuite):
    # Asks Airbyte's registry for its published version, over the network.
    test_docker_image_spec_backward_compatibility = None
