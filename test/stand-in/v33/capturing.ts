import { Html } from "../html.ts";

/** The same code on the edit page and in the list's dialog, with the same repeated ids; `camera_image` becomes a global. */
export const CAPTURING = new Html(`
  var width = 350, height = 0, streaming = false, video, canvas, photo, startbutton;
  function startup() {
    video = document.getElementById("video");
    canvas = document.getElementById("canvas");
    photo = document.getElementById("photo");
    camera_image = document.getElementById("camera_image");
    startbutton = document.getElementById("startbutton");
    navigator.mediaDevices.getUserMedia({ video: true, audio: false }).then(function (stream) {
      video.srcObject = stream;
      video.play();
    }).catch(function (err) { console.log("An error occurred: " + err); });
    video.addEventListener("canplay", function () {
      if (streaming) return;
      height = video.videoHeight / (video.videoWidth / width);
      if (isNaN(height)) height = width / (4 / 3);
      [video, canvas].forEach(function (part) { part.setAttribute("width", width); part.setAttribute("height", height); });
      streaming = true;
    }, false);
    startbutton.addEventListener("click", function (ev) { takepicture(); ev.preventDefault(); }, false);
    clearphoto();
  }
  function clearphoto() {
    var context = canvas.getContext("2d");
    context.fillStyle = "#AAA";
    context.fillRect(0, 0, canvas.width, canvas.height);
    photo.setAttribute("src", canvas.toDataURL("image/png"));
  }
  function takepicture() {
    if (!width || !height) return clearphoto();
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(video, 0, 0, width, height);
    var data = canvas.toDataURL("image/png");
    photo.setAttribute("src", data);
    camera_image.setAttribute("value", data);
  }`);
