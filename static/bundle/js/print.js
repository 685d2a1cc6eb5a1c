/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
var n=document.getElementById("print");n&&(n.hidden=!1,n.addEventListener("click",()=>window.print()));
